package dev.segmentation.history.web;

import java.util.List;
import java.util.stream.Stream;

import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.shared.web.template.Formats;

import org.springframework.stereotype.Component;

/**
 * The time zones for a month, for days and for the dates of a file: that of the reader,
 * UTC, and the one that the URL names.
 */
@Component
class ZoneChoices {

	private static final String UTC = "UTC";

	private final Formats formats;

	ZoneChoices(Formats formats) {
		this.formats = formats;
	}

	/**
	 * Returns the ids of the zones. The first one is that of the reader.
	 */
	public List<String> of(HistoryFilterForm form) {
		return Stream.of(this.formats.zone(), UTC, form.zone()).filter((zone) -> !zone.isEmpty()).distinct().toList();
	}

}
