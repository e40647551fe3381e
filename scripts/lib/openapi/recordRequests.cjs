// A set-up file for Jest: keeps each request that nock answers, one JSON line each, in the file that RECORD_REQUESTS names.
const { appendFileSync } = require('node:fs');
const { Scope } = require('nock/lib/scope');

const { emit } = Scope.prototype;

Scope.prototype.emit = function keep(event, request, interceptor, body) {
	if (event === 'request') appendFileSync(process.env.RECORD_REQUESTS, `${JSON.stringify({ method: interceptor.method, host: request.options?.host ?? '', path: request.path, body })}\n`);
	return emit.call(this, event, request, interceptor, body);
};
