import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon } from './Icon';

interface Props {
	label: string;
	placeholder: string;
	/** Resolves to whether it went; then the field is emptied. */
	send: (text: string) => Promise<boolean>;
	disabled?: boolean;
	/** Beside the button. */
	children?: ComponentChildren;
}

/** A field to type a message: Enter sends, Shift+Enter breaks the line. */
export function Composer({ label, placeholder, send, disabled = false, children }: Props) {
	const [text, setText] = useState('');
	const field = useRef<HTMLTextAreaElement>(null);
	const submit = async (): Promise<void> => {
		if (text.trim() === '' || disabled) return;
		if (await send(text)) setText('');
		field.current?.focus();
	};
	return (
		<form
			class="composer"
			onSubmit={(event) => {
				event.preventDefault();
				void submit();
			}}
		>
			<textarea
				ref={field} aria-label={label} placeholder={placeholder} rows={2} value={text} disabled={disabled}
				onInput={({ currentTarget }) => setText(currentTarget.value)}
				onKeyDown={(event) => {
					if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
					event.preventDefault();
					void submit();
				}}
			/>
			<div class="composer-row">
				{children}
				<button type="submit" class="button primary" disabled={disabled || text.trim() === ''}>
					<Icon name="send" />
					Send
				</button>
			</div>
		</form>
	);
}
