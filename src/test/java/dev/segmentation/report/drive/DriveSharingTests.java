package dev.segmentation.report.drive;

import dev.segmentation.support.drive.Call;
import dev.segmentation.support.drive.Failure;
import dev.segmentation.support.drive.StoredPermission;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DriveSharingTests extends DriveTestBase {

	@Test
	void sharesWithADomainOnly() {
		Drive drive = drive(this.server.folder(), "domain:Example.com");
		drive.save(NAME, content("old"), UNWATCHED);
		drive.save(NAME, content("new"), UNWATCHED);
		assertThat(this.server.file().sharedWith()).containsExactly("domain:example.com");
		assertThat(this.server.calls()).containsOnlyOnce(Call.SHARE);
	}

	@Test
	void removesOtherAudiencesBeforeTheContentChanges() {
		drive().save(NAME, content("old"), UNWATCHED);
		this.server.file().permissions().add(new StoredPermission("8", "domain", "reader", "other.example"));
		this.server.calls().clear();
		drive(this.server.folder(), "domain:example.com").save(NAME, content("new"), UNWATCHED);
		assertThat(this.server.file().sharedWith()).containsExactly("domain:example.com");
		assertThat(this.server.calls()).containsExactly(Call.TOKEN, Call.LIST, Call.PERMISSIONS, Call.PERMISSIONS,
				Call.UNSHARE, Call.UNSHARE, Call.UPLOAD, Call.CHUNK, Call.PERMISSIONS, Call.SHARE);
	}

	@Test
	void keepsPermissionsOfSingleUsers() {
		StoredPermission colleague = new StoredPermission("9", "user", "writer", null);
		Drive drive = drive();
		DriveFile file = drive.save(NAME, content("old"), UNWATCHED);
		this.server.file().permissions().add(colleague);
		drive.save(NAME, content("new"), UNWATCHED);
		drive.revoke(file.id());
		assertThat(this.server.file().permissions()).hasSize(2).contains(colleague);
	}

	@Test
	void revokesTheSharingAndKeepsTheFile() {
		Drive drive = drive();
		DriveFile file = drive.save(NAME, content("a"), UNWATCHED);
		drive.revoke(file.id());
		assertThat(this.server.file().sharedWith()).isEmpty();
		assertThat(saved()).isEqualTo("a");
		drive.revoke(file.id());
		assertThat(this.server.calls()).containsOnlyOnce(Call.UNSHARE);
	}

	@Test
	void revokesAllLinkPermissionsRegardlessOfTheSetting() {
		DriveFile file = drive().save(NAME, content("a"), UNWATCHED);
		this.server.file().permissions().add(new StoredPermission("8", "domain", "reader", "other.example"));
		drive(this.server.folder(), "domain:example.com").revoke(file.id());
		assertThat(this.server.file().sharedWith()).isEmpty();
	}

	@Test
	void sharesARevokedFileAgain() {
		Drive drive = drive();
		DriveFile file = drive.save(NAME, content("old"), UNWATCHED);
		drive.revoke(file.id());
		assertThat(drive.save(NAME, content("new"), UNWATCHED)).isEqualTo(file);
		assertThat(this.server.file().sharedWith()).containsExactly("anyone");
	}

	@Test
	void acceptsThatAFileOrPermissionIsAlreadyDeleted() {
		Drive drive = drive();
		DriveFile file = drive.save(NAME, content("a"), UNWATCHED);
		this.server.failNext(Call.UNSHARE, Failure.error(404, "notFound", "Permission not found: anyoneWithLink."));
		drive.revoke(file.id());
		this.server.remove(this.server.file());
		drive.revoke(file.id());
		drive.revoke("never_was");
	}

}
