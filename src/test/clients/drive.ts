// Calls every operation of the API through the TypeScript client, and prints each as the description names it.

import * as generated from "./index";

const root = process.argv[2];
const calls = new Set<string>();
const record: generated.Middleware = {
	async pre({ url, init }) {
		calls.add(`${init.method} ${new URL(url).pathname.replace(/[0-9]+$/, "{id}")}`);
	},
};

function check(condition: boolean, text: string) {
	if (!condition) {
		throw new Error(text);
	}
}

async function signIn(): Promise<[number, generated.Configuration]> {
	const open = new generated.Configuration({ basePath: root, middleware: [record] });
	const accounts = new generated.AccountsApi(open);
	const { id } = await accounts.signUp({
		signUpRequest: { login: "typescript", email: "typescript@example.com", password: "qwerty123" },
	});
	const { raw } = await accounts.signInRaw({ signInRequest: { login: "typescript", password: "qwerty123" } });
	const headers = { Cookie: raw.headers.getSetCookie()[0].split(";")[0] };
	const cookies = new generated.Configuration({ basePath: root, middleware: [record], headers });
	const { token } = await new generated.AccountsApi(cookies).refresh();
	return [id!, new generated.Configuration({ basePath: root, middleware: [record], accessToken: token })];
}

async function drive() {
	const [userId, configuration] = await signIn();
	const segments = new generated.SegmentsApi(configuration);
	const memberships = new generated.MembershipsApi(configuration);
	const operations = new generated.OperationsApi(configuration);
	const reports = new generated.ReportsApi(configuration);

	check((await new generated.ServiceApi(configuration).ping()).message === "pong", "ping");
	const first = (await segments.create({ createRequest: { name: "TS-1", assignPercent: 0.5 } })).id!;
	const second = (await segments.create({ createRequest: { name: "TS-2" } })).id!;
	check((await segments.list()).segments!.some((segment) => segment.name === "TS-2"), "list");
	check((await segments.list({ limit: 1, after: first })).segments!.length === 1, "list with a limit");
	check((await segments.find({ id: second })).segment!.name === "TS-2", "find");

	await operations.add({ addRequest: { userId, segmentIds: [second], ttl: "1h" } });
	check((await memberships.segments({ userId })).segments!.some((segment) => segment.name === "TS-2"), "segments");
	check((await memberships.users({ segmentId: second })).users!.some((user) => user.id === userId), "users");
	await operations.remove({ removeRequest: { userId, segmentIds: [second] } });
	await operations.add1({ addRequest: { userId, segmentNames: ["TS-2"] } });
	await operations.remove1({ removeRequest: { userId, segmentNames: ["TS-2"] } });

	const now = new Date();
	const month = { year: now.getUTCFullYear(), month: now.getUTCMonth() + 1, userIds: [userId] };
	const page = await operations.history({ ...month, pageSize: 1, page: 1 });
	check(page.operations![0].date instanceof Date, "history");
	check((await operations.history({ ...month, after: page.next })).operations!.length > 0, "next page");
	check((await reports.file(month)).startsWith("user-id,segment-name,type,date\n"), "file");
	const refused = await reports.link(month).then(() => undefined, (error) => error);
	check(refused instanceof generated.ResponseError && refused.response.status === 400, "link");

	await segments._delete({ deleteRequest: { name: "TS-1" } });
	await segments.deleteById({ deleteByIdRequest: { id: second } });
	console.log([...calls].join("\n"));
}

drive().catch((error) => {
	console.error(error);
	process.exit(1);
});
