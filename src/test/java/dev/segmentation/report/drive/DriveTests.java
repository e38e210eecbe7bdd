package dev.segmentation.report.drive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

import com.google.api.client.util.Sleeper;
import dev.segmentation.support.drive.Call;
import dev.segmentation.support.drive.Failure;
import dev.segmentation.support.drive.StoredFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DriveTests extends DriveTestBase {

	@Test
	void createsAFileInTheFolderAndSharesIt() {
		DriveFile file = drive().save(NAME, content("a,b\n1,2\n"), ANYONE, UNWATCHED);
		StoredFile stored = this.server.file();
		assertThat(file.id()).isEqualTo(stored.id());
		assertThat(file.link()).isEqualTo("https://drive.google.com/file/d/%s/view?usp=sharing".formatted(stored.id()));
		assertThat(stored.name()).isEqualTo(NAME);
		assertThat(stored.parent()).isEqualTo(this.server.folder());
		assertThat(stored.mimeType()).isEqualTo("text/csv");
		assertThat(saved()).isEqualTo("a,b\n1,2\n");
		assertThat(stored.sharedWith()).containsExactly("anyone");
	}

	@Test
	void replacesTheContentAndKeepsTheLinkAndTheSharing() {
		Drive drive = drive();
		DriveFile first = drive.save(NAME, content("long and old"), ANYONE, UNWATCHED);
		DriveFile second = drive.save(NAME, content("new"), ANYONE, UNWATCHED);
		assertThat(second).isEqualTo(first);
		assertThat(saved()).isEqualTo("new");
		assertThat(this.server.file().name()).isEqualTo(NAME);
		assertThat(this.server.calls()).containsOnlyOnce(Call.SHARE, Call.TOKEN);
	}

	@Test
	void findsFilesOfAnEarlierStart() {
		DriveFile first = drive().save(NAME, content("old"), ANYONE, UNWATCHED);
		assertThat(drive().save(NAME, content("new"), ANYONE, UNWATCHED)).isEqualTo(first);
		assertThat(saved()).isEqualTo("new");
	}

	@ParameterizedTest
	@ValueSource(strings = { "o'clock.csv", "back\\slash.csv", "\\'.csv", "' or name contains '.csv",
			"\"a\" & b=c?#.csv", "Отчёт 😀.csv", "a+b%20c.csv" })
	void acceptsAnyName(String name) {
		Drive drive = drive();
		drive.save("other.csv", content("other"), ANYONE, UNWATCHED);
		DriveFile file = drive.save(name, content("1"), ANYONE, UNWATCHED);
		assertThat(drive.save(name, content("2"), ANYONE, UNWATCHED)).isEqualTo(file);
		assertThat(this.server.files()).extracting(StoredFile::name).containsExactly("other.csv", name);
	}

	@Test
	void replacesOnlyCsvFilesThatAreNotInTheTrash() {
		this.server.add(NAME, "application/vnd.google-apps.spreadsheet");
		this.server.add(NAME, "text/csv").trash();
		DriveFile file = drive().save(NAME, content("new"), ANYONE, UNWATCHED);
		assertThat(this.server.files()).hasSize(3);
		assertThat(this.server.files().getLast().id()).isEqualTo(file.id());
	}

	@Test
	void replacesTheOldestOfTwoFiles() {
		StoredFile oldest = this.server.add(NAME, "text/csv");
		this.server.add(NAME, "text/csv");
		assertThat(drive().save(NAME, content("new"), ANYONE, UNWATCHED).id()).isEqualTo(oldest.id());
		assertThat(this.server.files()).hasSize(2);
	}

	@Test
	void readsOnAfterAnEmptyPage() {
		DriveFile first = drive().save(NAME, content("old"), ANYONE, UNWATCHED);
		this.server.failNext(Call.LIST, Failure.emptyPage());
		assertThat(drive().save(NAME, content("new"), ANYONE, UNWATCHED)).isEqualTo(first);
	}

	@Test
	void savesInTheRootWithoutAConfiguredFolder() {
		Drive drive = drive(null, "anyone");
		DriveFile file = drive.save(NAME, content("old"), ANYONE, UNWATCHED);
		assertThat(drive.save(NAME, content("new"), ANYONE, UNWATCHED)).isEqualTo(file);
		assertThat(this.server.file().parent()).isEqualTo("root");
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, 1, Upload.CHUNK - 1, Upload.CHUNK, Upload.CHUNK + 1, 2 * Upload.CHUNK })
	void savesAnyLength(long length) throws Exception {
		drive().save(NAME, Bytes.content(length), ANYONE, UNWATCHED);
		assertSaved(length);
	}

	/** 64 MiB. The client holds one chunk and the byte after it. */
	@Test
	void holdsOneChunkInMemory() throws Exception {
		long length = 64 * 1024 * 1024 + 17;
		AtomicLong held = new AtomicLong();
		drive().save(NAME,
				(reader) -> reader.accept(new Bytes(length,
						(position) -> held.accumulateAndGet(position - this.server.received(), Math::max))),
				ANYONE, UNWATCHED);
		assertThat(held.get()).isEqualTo(Upload.CHUNK + 1);
		assertThat(this.server.calls().stream().filter(Call.CHUNK::equals)).hasSize(17);
		assertSaved(length);
	}

	private void assertSaved(long length) throws IOException {
		assertThat(Arrays.mismatch(this.server.file().content(), new Bytes(length).readAllBytes()))
			.as("position of the first wrong byte")
			.isEqualTo(-1);
	}

	@Test
	void rethrowsAReadFailureAndSavesNothing() {
		Drive drive = drive();
		InputStream broken = new InputStream() {
			@Override
			public int read() throws IOException {
				throw new IOException("the database is gone");
			}
		};
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> drive.save(NAME, (reader) -> reader.accept(broken), ANYONE, UNWATCHED))
			.withMessageContaining("the database is gone");
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> drive.save(NAME, (reader) -> {
			throw new IOException("cannot be opened");
		}, ANYONE, UNWATCHED)).withMessageContaining("cannot be opened");
		assertThatIllegalStateException().isThrownBy(() -> drive.save(NAME, (reader) -> {
		}, ANYONE, UNWATCHED));
		assertThat(this.server.files()).isEmpty();
		assertThat(this.pauses).isEmpty();
	}

	@Test
	void isNotConfiguredWithoutAKey() {
		Drive drive = new Drive(null, RetryPolicy.of(Duration.ofSeconds(60), Sleeper.DEFAULT), DriveReaders.NONE);
		assertThat(drive.isConfigured()).isFalse();
		assertThat(drive().isConfigured()).isTrue();
		assertThatExceptionOfType(DriveNotAvailableException.class)
			.isThrownBy(() -> drive.save(NAME, content("a"), ANYONE, UNWATCHED));
		assertThatExceptionOfType(DriveNotAvailableException.class)
			.isThrownBy(() -> drive.revoke("1", DriveReaders.NONE));
	}

}
