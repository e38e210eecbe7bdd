package dev.segmentation.membership.web;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.segmentation.shared.web.api.v2.ProblemCode;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question about a membership.
 *
 * @param user the reference of the request
 * @param segment the reference of the request, or by id
 * @param error why there is no answer; absent with an answer
 */
@Schema(name = "CheckedMembershipV2")
record CheckAnswer(@Schema(example = "external_id:c-1") String user,
		@Schema(example = "name:BETA") @Nullable String segment, boolean member,
		@Schema(description = "The end; null without end") @Nullable Instant until,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Refusal error) {

	static CheckAnswer refused(String user, @Nullable String segment, ProblemCode code) {
		return new CheckAnswer(user, segment, false, null, new Refusal(code.text(), code.detail()));
	}

	@Schema(name = "CheckRefusalV2")
	record Refusal(@Schema(example = "user_not_found") String code, String detail) {
	}

}
