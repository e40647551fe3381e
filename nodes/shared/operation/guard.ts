import { FailureError } from '../transport/failure';
import { failed, type Outcome } from './outcome';

/** Turns a thrown {@link FailureError} into an outcome; anything else is a defect of ours and goes on up. */
export async function guard(work: () => Promise<Outcome>): Promise<Outcome> {
	return await work().catch((error: unknown) => {
		if (error instanceof FailureError) return failed(error.failure);
		return Promise.reject(error);
	});
}
