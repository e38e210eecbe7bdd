package dev.segmentation.audit.web;

import java.io.IOException;

import dev.segmentation.audit.AuditEvent;
import dev.segmentation.audit.AuditKind;
import dev.segmentation.audit.AuditService;
import dev.segmentation.limit.Heavy;
import dev.segmentation.limit.HeavyAct;
import dev.segmentation.shared.Cursor;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageLinks;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.stream.CsvDownload;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The audit for administrators. The URL carries the filters and the cursor.
 */
@PageController
@RequestMapping(AuditPageController.PATH)
class AuditPageController {

	static final String PATH = "/audit";

	private final AuditService audit;

	private final CsvDownload download;

	AuditPageController(AuditService audit, CsvDownload download) {
		this.audit = audit;
		this.download = download;
	}

	@GetMapping
	@HtmxFragment("update")
	String list(@ModelAttribute("query") AuditFilterForm form, PageVisit visit, Model model) {
		ParsedAuditFilter parsed = ParsedAuditFilter.of(form, visit.zone());
		Cursor cursor = Cursor.parse(form.at());
		Page<AuditEvent> page = parsed.isValid() ? this.audit.page(parsed.filter(), cursor, Page.SIZE) : Page.empty();
		PageLinks links = form.url(PATH).links(page, cursor);
		visit.pushUrl(links.self());
		model.addAttribute("events", page.items())
			.addAttribute("links", links)
			.addAttribute("problems", parsed.problems())
			.addAttribute("kinds", AuditKind.values())
			.addAttribute("keptDays", this.audit.kept().toDays());
		return "audit/list";
	}

	@Heavy(HeavyAct.DOWNLOAD)
	@GetMapping("/audit.csv")
	void csv(AuditFilterForm form, PageVisit visit, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		ParsedAuditFilter parsed = ParsedAuditFilter.of(form, visit.zone());
		if (!parsed.isValid()) {
			throw new InvalidInputException();
		}
		this.download.send("audit.csv", (reader) -> this.audit.readCsv(parsed.filter(), reader), request, response);
	}

}
