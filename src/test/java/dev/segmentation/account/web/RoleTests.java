package dev.segmentation.account.web;

import java.util.List;
import java.util.stream.Stream;

import dev.segmentation.shared.Role;
import dev.segmentation.support.Api;
import dev.segmentation.support.Api.Answer;
import dev.segmentation.support.HttpTest;
import dev.segmentation.support.TestAccount;
import dev.segmentation.support.TestMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Sends a body that every endpoint refuses. A permitted call therefore gets the answer
 * 400 and changes nothing.
 */
@HttpTest
class RoleTests {

	private static final String UNREADABLE = "{";

	@Autowired
	Api api;

	static Stream<Arguments> endpoints() {
		return Stream.of(arguments("POST", "/segments/create", Role.EDITOR),
				arguments("DELETE", "/segments/delete", Role.EDITOR),
				arguments("DELETE", "/segments/delete_by_id", Role.EDITOR), arguments("GET", "/segments", Role.VIEWER),
				arguments("GET", "/segments/active_users", Role.VIEWER),
				arguments("POST", "/operations/add_segments", Role.EDITOR),
				arguments("POST", "/operations/add_segments_by_names", Role.EDITOR),
				arguments("DELETE", "/operations/delete_segments", Role.EDITOR),
				arguments("DELETE", "/operations/delete_segments_by_names", Role.EDITOR),
				arguments("GET", "/operations/history", Role.VIEWER),
				arguments("GET", "/users/active_segments", Role.MEMBER), arguments("GET", "/reports/file", Role.VIEWER),
				arguments("GET", "/reports/link", Role.EDITOR));
	}

	@ParameterizedTest
	@MethodSource("endpoints")
	void givesEachRoleItsPermissions(String method, String path, Role lowest) {
		for (Role role : Role.values()) {
			for (String form : List.of(path, path + "/")) {
				Answer answer = as(role).call(method, form, UNREADABLE);
				boolean allowed = role.compareTo(lowest) >= 0;
				assertThat(answer.status()).as("%s %s", role, form).isEqualTo(allowed ? 400 : 403);
				assertThat(answer.error()).isEqualTo(allowed ? "invalid input" : "forbidden");
			}
		}
	}

	@ParameterizedTest
	@MethodSource("endpoints")
	void refusesCallsWithoutAToken(String method, String path, Role lowest) {
		for (String form : List.of(path, path + "/")) {
			Answer answer = this.api.call(method, form, UNREADABLE);
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.error()).isEqualTo("empty authorization header");
			assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
		}
	}

	@Test
	void letsViewersReadASegment() {
		for (Role role : Role.values()) {
			Answer answer = as(role).get("/segments/x");
			assertThat(answer.error()).isEqualTo((role == Role.MEMBER) ? "forbidden" : "invalid parameter (id)");
		}
		assertThat(this.api.get("/segments/x").status()).isEqualTo(401);
	}

	@ParameterizedTest
	@MethodSource("endpoints")
	void requiresTheSameRoleForHead(String method, String path, Role lowest) {
		if (!method.equals("GET")) {
			assertThat(this.api.call("HEAD", path, null).status()).isEqualTo(path.startsWith("/segments/") ? 401 : 405);
			return;
		}
		for (Role role : Role.values()) {
			boolean allowed = role.compareTo(lowest) >= 0;
			assertThat(as(role).call("HEAD", path, UNREADABLE).status()).isEqualTo(allowed ? 400 : 403);
		}
	}

	@Test
	void letsAMemberReadOnlyTheirOwnSegments() {
		TestMember member = TestMember.signUp(this.api);
		TestMember other = TestMember.signUp(this.api);
		Answer own = member.api().get("/users/active_segments/?user_id=" + member.userId());
		assertThat(own.status()).isEqualTo(200);
		assertThat(own.body()).isEqualTo("{\"segments\":[]}");
		for (long id : new long[] { other.userId(), -1, 999_999_999 }) {
			Answer foreign = member.api().get("/users/active_segments", "{\"user_id\": %d}".formatted(id));
			assertThat(foreign.status()).isEqualTo(403);
			assertThat(foreign.error()).isEqualTo("forbidden");
		}
		assertThat(member.api().get("/users/active_segments").error()).isEqualTo("user does not exist");
	}

	@Test
	void refusesAnotherUserInTheQueryOfAMember() {
		TestMember member = TestMember.signUp(this.api);
		TestMember other = TestMember.signUp(this.api);
		Answer answer = member.api()
			.get("/users/active_segments?user_id=" + other.userId(), "{\"user_id\": %d}".formatted(member.userId()));
		assertThat(answer.status()).isEqualTo(403);
	}

	private Api as(Role role) {
		return (role == Role.MEMBER) ? TestMember.signUp(this.api).api()
				: this.api.as(TestAccount.valueOf(role.name()));
	}

}
