import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.AccountsApi;
import org.openapitools.client.api.MembershipsApi;
import org.openapitools.client.api.OperationsApi;
import org.openapitools.client.api.ReportsApi;
import org.openapitools.client.api.SegmentsApi;
import org.openapitools.client.api.ServiceApi;
import org.openapitools.client.model.AddRequest;
import org.openapitools.client.model.CreateRequest;
import org.openapitools.client.model.DeleteByIdRequest;
import org.openapitools.client.model.DeleteRequest;
import org.openapitools.client.model.HistoryAnswer;
import org.openapitools.client.model.RemoveRequest;
import org.openapitools.client.model.SignInRequest;
import org.openapitools.client.model.SignUpRequest;

/**
 * Calls every operation of the API through the Java client, and prints each as the
 * description names it.
 */
public class Drive {

	private static final Set<String> calls = new TreeSet<>();

	private final ApiClient client = new ApiClient();

	public static void main(String[] args) throws ApiException {
		new Drive(args[0]).run();
		System.out.println(String.join("\n", calls));
	}

	private Drive(String root) {
		this.client.setBasePath(root);
		this.client.setHttpClient(this.client.getHttpClient().newBuilder().addInterceptor((chain) -> {
			String path = chain.request().url().encodedPath().replaceAll("[0-9]+$", "{id}");
			calls.add(chain.request().method() + " " + path);
			return chain.proceed(chain.request());
		}).build());
	}

	private void run() throws ApiException {
		check("pong".equals(new ServiceApi(this.client).ping().getMessage()), "ping");
		long user = signIn();
		SegmentsApi segments = new SegmentsApi(this.client);
		long first = segments.create(new CreateRequest().name("JAVA-1").assignPercent(new BigDecimal("0.5"))).getId();
		long second = segments.create(new CreateRequest().name("JAVA-2")).getId();
		check(segments.callList(1, first).getSegments().size() == 1, "list");
		check("JAVA-2".equals(segments.find(second).getSegment().getName()), "find");
		changeMemberships(user, second);
		readHistory(user);
		segments.delete(new DeleteRequest().name("JAVA-1"));
		segments.deleteById(new DeleteByIdRequest().id(second));
	}

	private long signIn() throws ApiException {
		AccountsApi accounts = new AccountsApi(this.client);
		long user = accounts
			.signUp(new SignUpRequest().login("java").email("java@example.com").password("qwerty123"))
			.getId();
		String cookie = accounts.signInWithHttpInfo(new SignInRequest().login("java").password("qwerty123"))
			.getHeaders()
			.entrySet()
			.stream()
			.filter((header) -> header.getKey().equalsIgnoreCase("Set-Cookie"))
			.findFirst()
			.orElseThrow()
			.getValue()
			.get(0);
		this.client.addDefaultHeader("Cookie", cookie.split(";")[0]);
		this.client.setBearerToken(accounts.refresh().getToken());
		return user;
	}

	private void changeMemberships(long user, long segment) throws ApiException {
		OperationsApi operations = new OperationsApi(this.client);
		MembershipsApi memberships = new MembershipsApi(this.client);
		operations.add(new AddRequest().userId(user).segmentIds(List.of(segment)).ttl("1h"));
		check(memberships.segments(user).getSegments().stream().anyMatch((each) -> each.getName().equals("JAVA-2")),
				"segments");
		check(memberships.users(segment, null, null).getUsers().stream().anyMatch((each) -> each.getId() == user), "users");
		operations.remove(new RemoveRequest().userId(user).segmentIds(List.of(segment)));
		operations.add1(new AddRequest().userId(user).segmentNames(List.of("JAVA-2")));
		operations.remove1(new RemoveRequest().userId(user).segmentNames(List.of("JAVA-2")));
	}

	private void readHistory(long user) throws ApiException {
		OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
		long year = now.getYear();
		long month = now.getMonthValue();
		OperationsApi operations = new OperationsApi(this.client);
		HistoryAnswer page = operations.history(year, month, List.of(user), 1L, null, 1L);
		check(page.getOperations().get(0).getDate().getYear() == year, "history");
		check(!operations.history(year, month, List.of(user), null, page.getNext(), null).getOperations().isEmpty(),
				"next page");
		ReportsApi reports = new ReportsApi(this.client);
		check(reports.callFile(year, month, List.of(user)).startsWith("user-id,segment-name,type,date\n"), "file");
		try {
			reports.link(year, month, null);
			throw new IllegalStateException("Google Drive is not configured");
		}
		catch (ApiException ex) {
			check(ex.getCode() == 400, "link");
		}
	}

	private static void check(boolean condition, String text) {
		if (!condition) {
			throw new IllegalStateException(text);
		}
	}

}
