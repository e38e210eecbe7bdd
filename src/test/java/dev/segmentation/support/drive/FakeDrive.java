package dev.segmentation.support.drive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * A local Google Drive (API version 3) with tokens, files, resumable uploads and
 * permissions. It refuses the requests that Google refuses, and fails on request.
 */
public final class FakeDrive implements AutoCloseable {

	private final HttpServer server;

	private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

	private final FileStore store = new FileStore();

	private final ServiceAccountKey key = ServiceAccountKey.make();

	private final TokenEndpoint tokens = new TokenEndpoint(this.key);

	private final FilesEndpoint files = new FilesEndpoint(this.store);

	private final PermissionsEndpoint permissions = new PermissionsEndpoint(this.store);

	private final UploadEndpoint uploads;

	private final Map<Call, Deque<Failure>> failures = new ConcurrentHashMap<>();

	private final List<Call> calls = new CopyOnWriteArrayList<>();

	private final CountDownLatch over = new CountDownLatch(1);

	private FakeDrive(HttpServer server) {
		this.server = server;
		this.uploads = new UploadEndpoint(this.store, rootUrl());
	}

	/** Starts a server on a free port. */
	public static FakeDrive start() {
		return start(0);
	}

	public static FakeDrive start(int port) {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
			FakeDrive drive = new FakeDrive(server);
			server.createContext("/", drive::handle);
			server.setExecutor(drive.executor);
			server.start();
			return drive;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The value for {@code segmentation.drive.root-url}. */
	public String rootUrl() {
		return "http://127.0.0.1:%d/".formatted(this.server.getAddress().getPort());
	}

	/** The id of the folder in the shared drive. */
	public String folder() {
		return FileStore.FOLDER;
	}

	public String tokenUrl() {
		return rootUrl() + "token";
	}

	public ServiceAccountKey key() {
		return this.key;
	}

	/** Writes the key file of the service account into a folder. */
	public Path writeKey(Path folder) {
		return this.key.write(folder, tokenUrl());
	}

	/** All files, oldest first. */
	public List<StoredFile> files() {
		return this.store.all();
	}

	/** The only file. */
	public StoredFile file() {
		if (files().size() != 1) {
			throw new IllegalStateException("There are %d files".formatted(files().size()));
		}
		return files().getFirst();
	}

	/** Adds a file to the folder, as a user does by hand. */
	public StoredFile add(String name, String mimeType) {
		return this.store.add(name, mimeType, FileStore.FOLDER, new byte[0]);
	}

	public void remove(StoredFile file) {
		this.store.remove(file.id());
	}

	/** All requests so far, in their order. */
	public List<Call> calls() {
		return this.calls;
	}

	/** The number of uploaded bytes so far. */
	public long received() {
		return this.uploads.received();
	}

	/** Makes the next requests of a kind fail, one failure for each. */
	public void failNext(Call call, Failure... failures) {
		failures(call).addAll(List.of(failures));
	}

	private Deque<Failure> failures(Call call) {
		return this.failures.computeIfAbsent(call, (each) -> new ConcurrentLinkedDeque<>());
	}

	/** Does not answer the next request of a kind. */
	public void ignoreNext(Call call) {
		failNext(call, Failure.silence(this.over));
	}

	/** Rejects the key and all tokens from now on. */
	public void revokeKey() {
		this.tokens.revoke();
	}

	/** Rejects the tokens issued so far. */
	public void forgetTokens() {
		this.tokens.forget();
	}

	/** Loses all running uploads. */
	public void forgetUploads() {
		this.uploads.forget();
	}

	private void handle(HttpExchange exchange) throws IOException {
		FakeRequest request = new FakeRequest(exchange);
		Call call = Call.of(request);
		this.calls.add(call);
		@Nullable Failure failure = failures(call).poll();
		FakeAnswer answer = (failure != null) ? failure.answer(request, (each) -> proper(call, each))
				: proper(call, request);
		answer.send(exchange);
	}

	private FakeAnswer proper(Call call, FakeRequest request) {
		try {
			if (call != Call.TOKEN && call != Call.VIEW) {
				this.tokens.check(request);
			}
			return answer(call, request);
		}
		catch (Refusal refusal) {
			request.body();
			return refusal.answer();
		}
	}

	private FakeAnswer answer(Call call, FakeRequest request) {
		return switch (call) {
			case TOKEN -> this.tokens.answer(request);
			case LIST -> this.files.list(request);
			case UPLOAD -> this.uploads.begin(request);
			case CHUNK, PROGRESS -> this.uploads.store(request);
			case PERMISSIONS -> this.permissions.list(request);
			case SHARE -> this.permissions.share(request);
			case UNSHARE -> this.permissions.unshare(request);
			case TRASH -> this.files.trash(request);
			case VIEW -> this.files.view(request);
		};
	}

	@Override
	public void close() {
		this.over.countDown();
		this.server.stop(0);
		this.executor.close();
	}

}
