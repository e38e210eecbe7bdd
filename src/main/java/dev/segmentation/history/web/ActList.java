package dev.segmentation.history.web;

import java.time.Clock;
import java.time.LocalDate;

import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.history.act.FoundActs;
import dev.segmentation.shared.web.page.PageLinks;
import dev.segmentation.shared.web.page.PageVisit;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Shows a list of acts, grouped by day.
 */
@Component
class ActList {

	private final Clock clock;

	ActList(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Fills the model of the templates in {@code history/acts}.
	 * @param scope the filter of the list
	 */
	void show(FoundActs found, HistoryFilterForm scope, PageLinks links, PageVisit visit, Model model) {
		model.addAttribute("hours", found.hours()).addAttribute("scope", scope);
		model.addAttribute("searchedTo", found.searchedTo());
		model.addAttribute("days", ActDay.of(found.page().items(), visit.zone()));
		model.addAttribute("today", LocalDate.ofInstant(this.clock.instant(), visit.zone()));
		model.addAttribute("links", links);
	}

}
