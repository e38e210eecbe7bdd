package dev.segmentation.segment.web;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.segmentation.config.security.route.RouteTable;
import dev.segmentation.support.Api;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.Pages;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends every route that changes a segment, as an editor who does not own the restricted
 * segment and then as an owner. The second one shows that the first one was well-formed.
 */
@HttpTest
class RestrictedRoutesTests {

	/** The fields or the JSON of each route, with the ids and names of the segment. */
	private static final Map<String, String> BODIES = """
			POST /segments/{id}/settings                        name=RENAMED-$segment&description=new&version=1
			POST /segments/{id}/restriction                     owner=1
			POST /segments/{id}/delete                          name=$name
			POST /segments/{id}/members                         user=$other
			POST /segments/{id}/members/remove                  users=$member
			POST /segments/{id}/members/end                     users=$member&change=AFTER&ttl=7d
			POST /segments/{id}/members/restore                 as_of=$created
			POST /segments/{id}/members/paste                   text=$other
			POST /segments/{id}/members/lists/{list}            confirm=true
			POST /segments/{id}/members/lists/{list}/columns    column=1
			POST /segments/{id}/members/lists/{list}/numbers    numbers=ID
			POST /segments/{id}/members/lists/{list}/words      confirm=true
			POST /users/{id}/segments/add                       segment=$segment
			POST /users/{id}/segments/{segmentId}/remove        since=$since
			POST /users/{id}/delete                             login=$login
			POST /api/v1/operations/add_segments                {"user_id":$other,"segment_ids":[$segment]}
			POST /api/v1/operations/add_segments_by_names       {"user_id":$other,"segment_names":["$name"]}
			DELETE /api/v1/operations/delete_segments           {"user_id":$member,"segment_ids":[$segment]}
			DELETE /api/v1/operations/delete_segments_by_names  {"user_id":$member,"segment_names":["$name"]}
			DELETE /api/v1/segments/delete                      {"name":"$name"}
			DELETE /api/v1/segments/delete_by_id                {"id":$segment}
			PATCH /api/v2/segments/{segment}                    {"name":"RENAMED-$segment"}
			DELETE /api/v2/segments/{segment}                   {}
			PUT /api/v2/segments/{segment}/members/{user}       {"until":"7d"}
			DELETE /api/v2/segments/{segment}/members/{user}    {}
			DELETE /api/v2/users/{user}                         {}
			""".lines()
		.map((line) -> line.split(" {2,}"))
		.collect(Collectors.toMap((line) -> line[0], (line) -> line[1]));

	@Autowired
	Api api;

	@Autowired
	Pages editor;

	@Autowired
	TestDatabase database;

	static Stream<String> routes() {
		return BODIES.keySet().stream().sorted();
	}

	@Test
	void includesEachRouteThatChangesASegment() {
		assertThat(RouteTable.TEXT.lines()
			.filter((line) -> line.matches("(POST|PUT|PATCH|DELETE|ANY) .*"))
			.map((line) -> line.split("\\s+"))
			.map((cells) -> cells[0] + " " + cells[1])
			.filter((route) -> route
				.matches(".*(segment|member|operation).*|POST /users/\\{id}/delete|DELETE /api/v2/users/.*"))
			.filter((route) -> !route.matches("POST (/segments/new|/segments/\\{id}/members/(export|file|ids)"
					+ "|/api/v[12]/segments(/create)?|/api/v2/memberships/check)")))
			.containsExactlyInAnyOrderElementsOf(BODIES.keySet());
	}

	@ParameterizedTest
	@MethodSource("routes")
	void changeNothingUnlessTheEditorIsAnOwner(String route) {
		RestrictedSegment segment = RestrictedSegment.create(this.database.jdbc());
		Map<String, Object> before = segment.content();
		int status = send(route, segment);
		assertThat(segment.content()).isEqualTo(before);
		assertThat(status).isIn(403, 422);
		segment.addOwner(TestAccount.EDITOR);
		Map<String, Object> owned = segment.content();
		assertThat(send(route, segment)).isIn(200, 201, 204, 302, 303);
		assertThat(segment.content()).isNotEqualTo(owned);
	}

	private int send(String route, RestrictedSegment segment) {
		String[] line = route.split(" ");
		boolean adds = route.endsWith("/add");
		String path = line[1].replace("{list}", "" + segment.list())
			.replace("{segment}", "" + segment.id())
			.replace("{user}", "" + segment.member())
			.replace("{segmentId}", "" + segment.id())
			.replace("{id}",
					"" + (!line[1].startsWith("/users/") ? segment.id() : (adds ? segment.other() : segment.member())));
		String body = fill(Objects.requireNonNull(BODIES.get(route)), segment);
		if (path.startsWith("/api/")) {
			return this.api.as(TestAccount.EDITOR).callBytes(line[0], path, body.getBytes(), "If-Match", "*").status();
		}
		Map<String, String> fields = Arrays.stream(body.split("&"))
			.map((field) -> field.split("=", 2))
			.collect(Collectors.toMap((field) -> field[0], (field) -> field[1]));
		return this.editor.post(path, fields).statusCode();
	}

	private static String fill(String body, RestrictedSegment segment) {
		Map<String, Function<RestrictedSegment, Object>> values = Map.of("$segment", RestrictedSegment::id, "$name",
				RestrictedSegment::name, "$other", RestrictedSegment::other, "$member", RestrictedSegment::member,
				"$since", RestrictedSegment::since, "$created", RestrictedSegment::created, "$login",
				RestrictedSegment::login);
		String filled = body;
		for (Map.Entry<String, Function<RestrictedSegment, Object>> value : values.entrySet()) {
			if (filled.contains(value.getKey())) {
				filled = filled.replace(value.getKey(), "" + value.getValue().apply(segment));
			}
		}
		return filled;
	}

}
