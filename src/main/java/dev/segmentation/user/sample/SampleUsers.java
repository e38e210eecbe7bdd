package dev.segmentation.user.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.database.ReadOnly;
import dev.segmentation.user.UserData;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/**
 * Adds 200 sample users, and removes them again. They are the users of the sample file
 * that can be downloaded.
 */
@Service
public class SampleUsers {

	private static final ClassPathResource FILE = new ClassPathResource("static/assets/sample-users.csv");

	private final SampleUserRepository users;

	SampleUsers(SampleUserRepository users) {
		this.users = users;
	}

	/**
	 * Returns the number of sample users.
	 */
	@ReadOnly
	public long count() {
		return this.users.count();
	}

	/**
	 * Adds the sample users that do not exist.
	 * @return the number of added users
	 */
	public int add() {
		return this.users.insert(read());
	}

	/**
	 * Removes the sample users from all segments and deletes them.
	 * @return the number of deleted users
	 * @throws dev.segmentation.shared.refusal.RestrictedSegmentException when one of them
	 * is in a segment that the account may not change
	 */
	public int remove(CurrentAccount by) {
		return this.users.delete(by.id());
	}

	private static List<UserData> read() {
		CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
		try (CSVParser csv = CSVParser.parse(FILE.getInputStream(), StandardCharsets.UTF_8, format)) {
			return csv.stream()
				.map((line) -> new UserData(line.get("login"), line.get("email"), line.get("external_id")))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
