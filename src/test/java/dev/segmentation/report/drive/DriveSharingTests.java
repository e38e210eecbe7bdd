package dev.segmentation.report.drive;

import java.util.List;

import dev.segmentation.support.drive.Call;
import dev.segmentation.support.drive.Failure;
import dev.segmentation.support.drive.StoredPermission;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DriveSharingTests extends DriveTestBase {

	@Test
	void sharesWithADomainOnly() {
		Drive drive = drive();
		drive.save(NAME, content("old"), access("domain:Example.com"), UNWATCHED);
		drive.save(NAME, content("new"), access("domain:Example.com"), UNWATCHED);
		assertThat(this.server.file().sharedWith()).containsExactly("domain:example.com");
		assertThat(this.server.calls()).containsOnlyOnce(Call.SHARE);
	}

	@Test
	void removesOtherAudiencesBeforeTheContentChanges() {
		drive().save(NAME, content("old"), ANYONE, UNWATCHED);
		this.server.file().permissions().add(new StoredPermission("8", "domain", "reader", "other.example"));
		this.server.calls().clear();
		drive().save(NAME, content("new"), access("domain:example.com"), UNWATCHED);
		assertThat(this.server.file().sharedWith()).containsExactly("domain:example.com");
		assertThat(this.server.calls()).containsExactly(Call.TOKEN, Call.LIST, Call.PERMISSIONS, Call.PERMISSIONS,
				Call.UNSHARE, Call.UNSHARE, Call.UPLOAD, Call.CHUNK, Call.PERMISSIONS, Call.SHARE);
	}

	@Test
	void keepsPermissionsOfSingleUsers() {
		StoredPermission colleague = new StoredPermission("9", "user", "writer", null);
		Drive drive = drive();
		DriveFile file = drive.save(NAME, content("old"), ANYONE, UNWATCHED);
		this.server.file().permissions().add(colleague);
		drive.save(NAME, content("new"), ANYONE, UNWATCHED);
		drive.revoke(file.id(), DriveReaders.NONE);
		assertThat(this.server.file().permissions()).hasSize(2).contains(colleague);
	}

	@Test
	void sharesWithSingleAddressesAndRemovesThemAgain() {
		StoredPermission writer = new StoredPermission("9", "user", "writer", null, "boris@example.com");
		StoredPermission stranger = new StoredPermission("10", "user", "reader", null, "vera@example.com");
		Drive drive = drive();
		DriveAccess access = access("user:anna@example.com,user:boris@example.com,domain:example.org");
		DriveFile file = drive.save(NAME, content("a"), access, UNWATCHED);
		assertThat(this.server.file().sharedWith()).containsExactlyInAnyOrder("user:anna@example.com",
				"user:boris@example.com", "domain:example.org");
		this.server.file().permissions().addAll(List.of(writer, stranger));
		drive.share(file.id(), new DriveAccess(access("user:Anna@example.com").readers(), access.readers()));
		assertThat(this.server.file().sharedWith()).containsExactlyInAnyOrder("user:anna@example.com",
				"user:boris@example.com", "user:vera@example.com");
		drive.revoke(file.id(), access.readers());
		assertThat(this.server.file().permissions()).contains(writer, stranger).hasSize(3);
	}

	@Test
	void revokesTheSharingAndKeepsTheFile() {
		Drive drive = drive();
		DriveFile file = drive.save(NAME, content("a"), ANYONE, UNWATCHED);
		drive.revoke(file.id(), DriveReaders.NONE);
		assertThat(this.server.file().sharedWith()).isEmpty();
		assertThat(saved()).isEqualTo("a");
		drive.revoke(file.id(), DriveReaders.NONE);
		assertThat(this.server.calls()).containsOnlyOnce(Call.UNSHARE);
	}

	@Test
	void revokesAllLinkPermissionsRegardlessOfTheSetting() {
		DriveFile file = drive().save(NAME, content("a"), ANYONE, UNWATCHED);
		this.server.file().permissions().add(new StoredPermission("8", "domain", "reader", "other.example"));
		drive().revoke(file.id(), DriveReaders.NONE);
		assertThat(this.server.file().sharedWith()).isEmpty();
	}

	@Test
	void sharesARevokedFileAgain() {
		Drive drive = drive();
		DriveFile file = drive.save(NAME, content("old"), ANYONE, UNWATCHED);
		drive.revoke(file.id(), DriveReaders.NONE);
		assertThat(drive.save(NAME, content("new"), ANYONE, UNWATCHED)).isEqualTo(file);
		assertThat(this.server.file().sharedWith()).containsExactly("anyone");
	}

	@Test
	void acceptsThatAFileOrPermissionIsAlreadyDeleted() {
		Drive drive = drive();
		DriveFile file = drive.save(NAME, content("a"), ANYONE, UNWATCHED);
		this.server.failNext(Call.UNSHARE, Failure.error(404, "notFound", "Permission not found: anyoneWithLink."));
		drive.revoke(file.id(), DriveReaders.NONE);
		this.server.remove(this.server.file());
		drive.revoke(file.id(), DriveReaders.NONE);
		drive.revoke("never_was", DriveReaders.NONE);
	}

}
