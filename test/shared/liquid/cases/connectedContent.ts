import type { HttpRequest } from '../../../../nodes/shared/liquid';
import { section, type CaseOptions } from '../caseTypes';

const context = { user_id: 'u1', email_address: 'a+b@x.io', first_name: 'Ann', token: 'tk', path: 'p' };

const PAGES: Record<string, { status?: number; body: string }> = {
	'GET https://api.example/json': { body: '{"text":"hi","list":[1,2],"deep":{"a":"b"}}' },
	'GET https://api.example/array': { body: '[{"id":1},{"id":2}]' },
	'GET https://api.example/string': { body: '"just text"' },
	'GET https://api.example/text': { body: 'plain {{${first_name}}}' },
	'GET https://api.example/json-liquid': { body: '{"greeting":"Hi {{${first_name}}}"}' },
	'GET https://api.example/calls-again': { body: '{% connected_content https://api.example/json :save x %}<{{x.text}}>' },
	'GET https://api.example/moved': { status: 302, body: '{"a":1}' },
	'GET https://api.example/gone': { status: 404, body: 'not here' },
	'GET https://api.example/broken': { status: 500, body: '{"a":1}' },
	'GET https://api.example/busy': { status: 429, body: '' },
	'GET https://api.example/created': { status: 201, body: '{"ok":true}' },
	'GET https://api.example/big': { body: 'x'.repeat(1_048_577) },
	'GET https://api.example/u?id=u1&email=a%2Bb%40x.io': { body: 'found' },
	'GET http://api.example:80/p': { body: 'port 80' },
	'GET http://api.example/p': { body: 'port 80' },
	'GET http://127.0.0.1:8080/p': { body: 'inside' },
};

/** Answers from the table; anything else prints the request it got, so that cases can look at it. */
const http: CaseOptions['http'] = async (request: HttpRequest) => {
	const page = PAGES[`${request.method} ${request.url}`];
	if (page) return { status: page.status ?? 200, headers: {}, body: page.body };
	const { method, url, headers, body } = request;
	return { status: 200, headers: {}, body: JSON.stringify({ method, url, headers, body, timeout: request.timeout, follows: request.followRedirects }) };
};

const flaky = (failures: number): CaseOptions['http'] => {
	let left = failures;
	return async () => {
		if (left-- > 0) throw new Error('connection reset');
		return { status: 200, headers: {}, body: 'at last' };
	};
};

const counted = (): CaseOptions['http'] => {
	let calls = 0;
	return async () => ({ status: 200, headers: {}, body: `call ${++calls}` });
};

export const calls = section('3.3 connected_content', { context, http }, [
	['{% connected_content https://api.example/json :save r %}{{r.text}} {{r.deep.a}} {{r.list[1]}}', 'hi b 2', 'documented'],
	['{% connected_content https://api.example/json %}{{connected.text}}', 'hi', 'documented'],
	['{% connected_content https://api.example/json :save r %}{{r.__http_status_code__}}', '200', 'documented'],
	['{% connected_content https://api.example/created :save r %}{{r.__http_status_code__}}', '201', 'documented'],
	['{% connected_content https://api.example/array :save r %}{{r[1].id}}{{r.__http_status_code__}}', '2', 'documented'],
	['{% connected_content https://api.example/string :save r %}{{r}}', 'just text', 'unsure'],
	['a {% connected_content https://api.example/text %} b', 'a plain {{${first_name}}} b', 'documented'],
	['{% connected_content https://api.example/text :rerender %}', 'plain Ann', 'documented'],
	['{% connected_content https://api.example/json-liquid :save r :rerender %}{{r.greeting}}', 'Hi Ann', 'documented'],
	['{% connected_content https://api.example/calls-again :rerender %}', { text: '<>', warns: /one level/ }, 'documented'],
	['{% connected_content https://api.example/gone %}|{{connected.a}}', { text: '|', warns: /answered 404/ }, 'documented'],
	['{% connected_content https://api.example/gone :save r %}{% if r == nil %}nil{% endif %}', 'nil', 'documented'],
	["{% connected_content https://api.example/broken :save r %}{% if r.__http_status_code__ != 200 %}{% abort_message('not 200') %}{% endif %}", { aborted: 'not 200' }, 'documented'],
	['{% connected_content https://api.example/broken :save r %}[{{r.a}}]', { text: '[]', warns: /answered 500/ }, 'documented'],
	['{% connected_content https://api.example/moved :save r %}[{{r.a}}]', { text: '[]', warns: /answered 302/ }, 'documented'],
	['{% connected_content https://api.example/big %}|', { text: '|', warns: /more than 1 MB/ }, 'documented'],
	['{% connected_content https://api.example/u?id={{${user_id}}}&email={{${email_address} | url_param_escape}} %}', 'found', 'documented'],
	['{% connected_content\n   https://api.example/json\n   :save r\n%}{{r.text}}', 'hi', 'documented'],
	['{% assign u = "https://api.example/json" %}{% connected_content {{u}} :save r %}{{r.text}}', 'hi', 'documented'],
	['{% connected_content https://api.example/echo :save r %}{{r.method}} {{r.headers.Accept}} {{r.headers["Content-Type"]}} {{r.timeout}} {{r.follows}}', 'GET */* application/json 2000 false', 'documented'],
	['{% connected_content https://api.example/echo :save r :content_type text/plain %}{{r.headers.Accept}} {{r.headers["Content-Type"]}}', 'text/plain text/plain', 'documented'],
	['{% connected_content https://api.example/echo :method post :save r %}{{r.method}} {{r.headers["Content-Type"]}}', 'POST application/x-www-form-urlencoded', 'documented'],
	['{% connected_content https://api.example/echo :method POST :body a=1&b=two :save r %}{{r.body}}', 'a=1&b=two', 'documented'],
	['{% connected_content https://api.example/echo :method post :body a=1&b={{${user_id}}} :content_type application/json :save r %}{{r.body}}', '{"a":"1","b":"u1"}', 'documented'],
	['{% connected_content https://api.example/echo :method post :body {"foo":"bar","baz":"{{1|plus:1}}"} :content_type application/json :save r %}{{r.body}}', '{"foo":"bar","baz":"2"}', 'documented'],
	['{% capture b %}{"foo": "x y", "n": {{ 1 | plus: 1 }}}{% endcapture %}{% connected_content https://api.example/echo :method post :body {{b}} :content_type application/json :save r %}{{r.body}}', '{"foo": "x y", "n": 2}', 'documented'],
	['{% connected_content https://api.example/echo :method post :headers {"Content-Type": "application/json"} :body a=1 :save r %}{{r.body}}', '{"a":"1"}', 'documented'],
	['{% connected_content https://api.example/echo :headers {"X-Token": "{{${token}}}", "X-B": "b c"} :save r %}{{r.headers["X-Token"]}} {{r.headers["X-B"]}}', 'tk b c', 'documented'],
	['{% connected_content https://api.example/echo\n:headers {\n  "A": "1",\n  "B": "2"\n}\n:save r %}{{r.headers.A}}{{r.headers.B}}', '12', 'documented'],
	['{% connected_content https://api.example/echo :headers {"A" 1} :save r %}', { error: /headers of connected_content are no JSON/ }, 'ours'],
	['{% connected_content https://api.example/echo :basic_auth shop :save r %}{{r.headers.Authorization}}', 'Basic YW5uOnMzY3JldA==', 'documented', { basicAuth: { shop: { username: 'ann', password: 's3cret' } } }],
	['{% connected_content https://api.example/echo :basic_auth nobody %}', { error: /no basic auth credential "nobody"/ }, 'documented'],
	['{% connected_content https://api.example/echo :auth_credentials tok :save r %}{{r.headers.Authorization}}', 'Bearer 1', 'documented', { authCredentials: { tok: { headers: { Authorization: 'Bearer 1' }, domain: 'api.example' } } }],
	['{% connected_content https://other.example/ :auth_credentials tok :save r %}', { error: /not meant for other.example/ }, 'documented', { authCredentials: { tok: { headers: {}, domain: 'api.example' } } }],
	['{% connected_content https://api.example/echo :method put %}', { error: /no method "put"/ }, 'documented'],
	['{% connected_content %}', { error: /no URL/ }, 'ours'],
	['{% connected_content https://api.example/json :frobnicate 1 :save r %}{{r.text}}', { text: 'hi', warns: /no option :frobnicate/ }, 'ours'],
	['{% connected_content https://api.example/x :retry %}', 'at last', 'documented', { http: flaky(5) }],
	['{% connected_content https://api.example/x :retry %}', { aborted: 'connected_content failed after 5 retries' }, 'documented', { http: flaky(6) }],
	['[{% connected_content https://api.example/x %}]', { text: '[]', warns: /connection reset/ }, 'documented', { http: flaky(1) }],
	['{% connected_content https://api.example/busy :retry %}', { aborted: 'connected_content failed after 5 retries' }, 'documented'],
	['{% connected_content https://api.example/gone :retry %}|', '|', 'unsure'],
	['{% connected_content https://api.example/c %} {% connected_content https://api.example/c %}', 'call 1 call 1', 'documented', { http: counted() }],
	['{% connected_content https://api.example/c :no_cache %} {% connected_content https://api.example/c :no_cache %}', 'call 1 call 2', 'documented', { http: counted() }],
	['{% connected_content https://api.example/c :method post %} {% connected_content https://api.example/c :method post %}', 'call 1 call 2', 'documented', { http: counted() }],
	['{% connected_content https://api.example/c :method post :cache_max_age 900 %} {% connected_content https://api.example/c :method post :cache_max_age 900 %}', 'call 1 call 1', 'documented', { http: counted() }],
	['{% for i in (1..3) %}{% connected_content https://api.example/array :save r %}{{r[0].id}}{% endfor %}', '111', 'documented'],
	['{% connected_content https://api.example/array :save a %}{% connected_content https://api.example/echo?id={{a[1].id}} :save b %}{{b.url}}', 'https://api.example/echo?id=2', 'documented'],
	['{% if true %}{% connected_content https://api.example/text %}{% endif %}', 'plain {{${first_name}}}', 'documented'],
	['{% capture c %}{% connected_content https://api.example/text %}{% endcapture %}{{ c | size }}', '23', 'unsure'],
	['{% if false %}{% connected_content https://127.0.0.1/ %}{% endif %}ok', 'ok', 'documented'],
]);

const refused = (url: string, why: RegExp): [string, { error: RegExp }, 'documented' | 'ours'] => [`{% connected_content ${url} %}`, { error: why }, 'ours'];
const PRIVATE = /private or loopback/;

export const policy = section('3.3 connected_content: what may be called', { context, http }, [
	['{% connected_content https://api.example/json %}', { error: /switched off/ }, 'ours', { http: undefined }],
	refused('ftp://api.example/', /only http and https/),
	refused('file:///etc/passwd', /only http and https/),
	refused('javascript:alert(1)', /only http and https/),
	refused('api.example/json', /no URL/),
	refused('https://api.example:8443/', /ports 80 and 443/),
	refused('https://localhost/', PRIVATE),
	refused('https://LOCALHOST./', PRIVATE),
	refused('https://a.localhost/', PRIVATE),
	refused('http://127.0.0.1/', PRIVATE),
	refused('http://127.9.9.9/', PRIVATE),
	refused('http://2130706433/', PRIVATE),
	refused('http://0x7f.1/', PRIVATE),
	refused('http://0177.0.0.1/', PRIVATE),
	refused('http://0.0.0.0/', PRIVATE),
	refused('http://10.1.2.3/', PRIVATE),
	refused('http://172.16.0.1/', PRIVATE),
	refused('http://172.31.255.255/', PRIVATE),
	refused('http://192.168.1.1/', PRIVATE),
	refused('http://169.254.169.254/latest', PRIVATE),
	refused('http://100.64.0.1/', PRIVATE),
	refused('http://[::1]/', PRIVATE),
	refused('http://[::]/', PRIVATE),
	refused('http://[::ffff:127.0.0.1]/', PRIVATE),
	refused('http://[fd00::1]/', PRIVATE),
	refused('http://[fe80::1]/', PRIVATE),
	refused('http://127。0。0。1/', PRIVATE),
	['{% connected_content http://172.32.0.1/ :save r %}{{r.url}}', 'http://172.32.0.1/', 'ours'],
	['{% connected_content http://[2606:4700::1]/ :save r %}{{r.url}}', 'http://[2606:4700::1]/', 'ours'],
	['{% connected_content http://api.example:80/p %}', 'port 80', 'documented'],
	['{% connected_content http://127.0.0.1:8080/p %}', 'inside', 'ours', { allowedPrivateHosts: ['127.0.0.1:8080'] }],
	['{% connected_content http://127.0.0.1:8081/p %}', { error: /ports 80 and 443/ }, 'ours', { allowedPrivateHosts: ['127.0.0.1:8080'] }],
	['{% assign h = "127.0.0.1" %}{% connected_content http://{{h}}/ %}', { error: PRIVATE }, 'ours'],
	['{% for i in (1..30) %}{% connected_content https://api.example/e?i={{i}} :save r %}{% endfor %}', { error: /More than 20 connected_content/ }, 'ours'],
]);
