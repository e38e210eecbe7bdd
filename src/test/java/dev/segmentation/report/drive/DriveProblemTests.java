package dev.segmentation.report.drive;

import java.util.Collections;

import dev.segmentation.report.drive.DriveException.Problem;
import dev.segmentation.support.drive.Call;
import dev.segmentation.support.drive.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * The problem that each failure is reported as.
 */
class DriveProblemTests extends DriveTestBase {

	@ParameterizedTest
	@CsvSource(textBlock = """
			LIST,        403, insufficientPermissions,           NOT_PERMITTED
			LIST,        403, accessNotConfigured,               API_DISABLED
			LIST,        404, notFound,                          FOLDER_MISSING
			LIST,        400, invalid,                           REFUSED
			LIST,        403, dailyLimitExceeded,                QUOTA
			UPLOAD,      403, insufficientFilePermissions,       NOT_PERMITTED
			UPLOAD,      403, storageQuotaExceeded,              QUOTA
			UPLOAD,      403, teamDriveFileLimitExceeded,        QUOTA
			UPLOAD,      403, numChildrenInNonRootLimitExceeded, QUOTA
			UPLOAD,      404, notFound,                          FOLDER_MISSING
			UPLOAD,      400, badRequest,                        REFUSED
			UPLOAD,      412, conditionNotMet,                   REFUSED
			CHUNK,       403, storageQuotaExceeded,              QUOTA
			CHUNK,       403, insufficientFilePermissions,       NOT_PERMITTED
			PERMISSIONS, 403, insufficientFilePermissions,       NOT_PERMITTED
			SHARE,       403, publishOutNotPermitted,            SHARING_FORBIDDEN
			SHARE,       403, insufficientFilePermissions,       SHARING_FORBIDDEN
			SHARE,       400, invalidSharingRequest,             SHARING_FORBIDDEN
			SHARE,       403, sharingRateLimitExceeded,          QUOTA
			""")
	void reportsTheProblem(Call call, int status, String reason, Problem problem) {
		this.server.failNext(call, Failure.error(status, reason, "Google's words."));
		DriveException failure = assertProblem(problem, () -> drive().save(NAME, content("a"), ANYONE, UNWATCHED));
		assertThat(failure).hasMessageContainingAll(String.valueOf(status), reason, "Google's words.");
		assertThat(failure.getMessage()).doesNotContain("\n");
		assertThat(this.pauses).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "TOKEN", "LIST", "UPLOAD", "CHUNK", "PERMISSIONS", "SHARE" })
	void handlesAnswersThatAreNotFromGoogle(Call call) {
		this.server.failNext(call, Collections.nCopies(4, Failure.page(200)).toArray(Failure[]::new));
		assertProblem(Problem.UNREACHABLE, () -> drive().save(NAME, content("a"), ANYONE, UNWATCHED));
	}

	@ParameterizedTest
	@CsvSource({ "403, NOT_PERMITTED", "404, FOLDER_MISSING", "418, REFUSED" })
	void handlesAnswersThatAreNotJson(int status, Problem problem) {
		this.server.failNext(Call.LIST, Failure.page(status));
		assertProblem(problem, () -> drive().save(NAME, content("a"), ANYONE, UNWATCHED));
	}

	@ParameterizedTest
	@CsvSource({ "400, invalid_grant, KEY_REFUSED", "401, deleted_client, KEY_REFUSED", "403, disabled, KEY_REFUSED",
			"404, not_found, REFUSED" })
	void reportsThatGoogleRejectsTheKey(int status, String error, Problem problem) {
		this.server.failNext(Call.TOKEN, Failure.noToken(status, error, "Google's words."));
		DriveException failure = assertProblem(problem, () -> drive().save(NAME, content("a"), ANYONE, UNWATCHED));
		if (status != 401) {
			// The JDK hides the body of this answer.
			assertThat(failure).hasMessageContainingAll(error, "Google's words.");
		}
		assertThat(this.server.calls()).containsExactly(Call.TOKEN);
	}

	@Test
	void reportsThatTheClockIsWrong() {
		this.server.failNext(Call.TOKEN, Failure.wrongClock());
		assertProblem(Problem.CLOCK_WRONG, () -> drive().save(NAME, content("a"), ANYONE, UNWATCHED));
	}

	@Test
	void trashesANewFileThatCannotBeShared() {
		this.server.failNext(Call.SHARE, Failure.error(403, "publishOutNotPermitted", "Forbidden."));
		DriveException failure = assertProblem(Problem.SHARING_FORBIDDEN,
				() -> drive().save(NAME, content("a"), ANYONE, UNWATCHED));
		assertThat(failure.remaining()).isNull();
		assertThat(this.server.file().isTrashed()).isTrue();
	}

	@Test
	void namesTheFileThatRemainsWithoutSharing() {
		Failure forbidden = Failure.error(403, "publishOutNotPermitted", "Forbidden.");
		this.server.failNext(Call.SHARE, forbidden);
		this.server.failNext(Call.TRASH, Failure.error(403, "insufficientFilePermissions", "No."));
		DriveException failure = assertProblem(Problem.SHARING_FORBIDDEN,
				() -> drive().save(NAME, content("a"), ANYONE, UNWATCHED));
		assertThat(failure.remaining()).isEqualTo(DriveFile.of(this.server.file().id()));
		assertThat(failure).hasMessageContaining("publishOutNotPermitted");
		this.server.failNext(Call.SHARE, forbidden);
		failure = assertProblem(Problem.SHARING_FORBIDDEN, () -> drive().save(NAME, content("b"), ANYONE, UNWATCHED));
		assertThat(failure.remaining()).isEqualTo(DriveFile.of(this.server.file().id()));
		assertThat(saved()).isEqualTo("b");
	}

	@Test
	void leavesNothingWhenTheUploadFails() {
		this.server.failNext(Call.CHUNK, Failure.error(403, "storageQuotaExceeded", "Full."));
		DriveException failure = assertProblem(Problem.QUOTA,
				() -> drive().save(NAME, content("a"), ANYONE, UNWATCHED));
		assertThat(failure.remaining()).isNull();
		assertThat(this.server.files()).isEmpty();
	}

	@Test
	void hidesTheAddressOfAnUpload() {
		this.server.failNext(Call.CHUNK, Failure.error(403, "storageQuotaExceeded", "Full."));
		assertThatException().isThrownBy(() -> drive().save(NAME, content("a"), ANYONE, UNWATCHED))
			.withMessage("Google Drive did not save report_2026_11.csv: 403 storageQuotaExceeded Full.");
		this.server.failNext(Call.CHUNK, Failure.page(403));
		assertThatException().isThrownBy(() -> drive().save(NAME, content("a"), ANYONE, UNWATCHED))
			.withMessage("Google Drive did not save report_2026_11.csv: 403 <html>No");
	}

	@Test
	void reportsThatTheKeyWasRevokedLater() {
		Drive drive = drive();
		drive.save(NAME, content("a"), ANYONE, UNWATCHED);
		this.server.revokeKey();
		assertProblem(Problem.KEY_REFUSED, () -> drive.save(NAME, content("b"), ANYONE, UNWATCHED));
		assertProblem(Problem.KEY_REFUSED, () -> drive.revoke(this.server.file().id(), DriveReaders.NONE));
	}

	@Test
	void reportsThatTheKeyWasRevokedDuringAnUpload() {
		this.server.failNext(Call.CHUNK, Failure.none(), (request, proper) -> {
			this.server.revokeKey();
			return proper.apply(request);
		});
		assertProblem(Problem.KEY_REFUSED,
				() -> drive().save(NAME, Bytes.content(3L * Upload.CHUNK), ANYONE, UNWATCHED));
		assertThat(this.server.calls().stream().filter(Call.UPLOAD::equals)).hasSize(1);
	}

	@Test
	void reportsThatANewTokenIsRejected() {
		Failure refused = Failure.error(401, "authError", "Invalid Credentials");
		this.server.failNext(Call.LIST, refused, refused);
		assertProblem(Problem.KEY_REFUSED, () -> drive().save(NAME, content("a"), ANYONE, UNWATCHED));
	}

	@Test
	void reportsThatTheFolderIsMissing() {
		assertProblem(Problem.FOLDER_MISSING,
				() -> drive("nowhere", "anyone").save(NAME, content("a"), ANYONE, UNWATCHED));
	}

	@Test
	void reportsThatSharingCannotBeRevoked() {
		Drive drive = drive();
		DriveFile file = drive.save(NAME, content("a"), ANYONE, UNWATCHED);
		this.server.failNext(Call.UNSHARE, Failure.error(403, "cannotDeletePermission", "Inherited."));
		assertProblem(Problem.SHARING_FORBIDDEN, () -> drive.revoke(file.id(), DriveReaders.NONE));
	}

	@Test
	void reportsThatGoogleDoesNotAnswer() {
		Drive drive = drive();
		drive.save(NAME, content("a"), ANYONE, UNWATCHED);
		this.server.close();
		assertThat(assertProblem(Problem.UNREACHABLE, () -> drive.save(NAME, content("b"), ANYONE, UNWATCHED)))
			.hasMessageContaining("did not save report_2026_11.csv: java.net.ConnectException: Connection refused");
		assertProblem(Problem.UNREACHABLE, () -> drive.revoke("1", DriveReaders.NONE));
		assertThat(this.pauses).hasSize(6);
	}

	@Test
	void reportsThatTheTokenEndpointDoesNotAnswer() {
		Drive drive = drive();
		this.server.close();
		assertProblem(Problem.UNREACHABLE, () -> drive.save(NAME, content("a"), ANYONE, UNWATCHED));
		assertThat(this.pauses).hasSize(3);
	}

}
