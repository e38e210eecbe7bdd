package dev.segmentation.report.export;

import java.util.Optional;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.database.ReadOnly;

import org.springframework.stereotype.Service;

/**
 * Remembers the format of the last file that an account chose, for all its browsers.
 */
@Service
public class FileChoices {

	private final FileChoiceRepository choices;

	FileChoices(FileChoiceRepository choices) {
		this.choices = choices;
	}

	/**
	 * Finds the options of the last file.
	 * @return the options as they were given to {@link #remember}
	 */
	@ReadOnly
	public Optional<String> find(CurrentAccount account) {
		return this.choices.find(account.id());
	}

	/**
	 * Remembers the options of a file.
	 * @param options the options as in the address of a form
	 */
	public void remember(CurrentAccount account, String options) {
		if (!this.choices.find(account.id()).equals(Optional.of(options))) {
			this.choices.save(account.id(), options);
		}
	}

}
