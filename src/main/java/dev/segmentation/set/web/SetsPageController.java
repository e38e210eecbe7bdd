package dev.segmentation.set.web;

import java.io.IOException;

import dev.segmentation.limit.Heavy;
import dev.segmentation.limit.HeavyAct;
import dev.segmentation.set.InvalidSetException;
import dev.segmentation.set.SetExpression;
import dev.segmentation.set.SetService;
import dev.segmentation.shared.Page;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.shared.web.page.HtmxFragment;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageLinks;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.stream.CsvDownload;
import dev.segmentation.user.UserDetails;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * The users of a set, which the reader builds from segments.
 */
@PageController
class SetsPageController {

	private final SetService sets;

	private final CsvDownload download;

	private final SetFields fields;

	SetsPageController(SetService sets, CsvDownload download, SetFields fields) {
		this.sets = sets;
		this.fields = fields;
		this.download = download;
	}

	@GetMapping("/sets")
	@HtmxFragment("update")
	String list(@ModelAttribute("form") SetForm form, BindingResult errors, PageVisit visit, Model model) {
		if (!form.segment().isEmpty()) {
			return "redirect:" + form.combined();
		}
		if (!form.of().isEmpty()) {
			this.fields.read(form.of(), errors).ifPresent((expression) -> show(expression, form, visit, model));
		}
		return "sets/list";
	}

	private void show(SetExpression expression, SetForm form, PageVisit visit, Model model) {
		Page<UserDetails> page = this.sets.list(expression, form.cursor());
		PageLinks links = form.url().links(page, form.cursor());
		visit.pushUrl(links.self());
		model.addAttribute("counts", this.sets.count(expression))
			.addAttribute("page", page)
			.addAttribute("links", links);
	}

	@Heavy(HeavyAct.DOWNLOAD)
	@GetMapping("/sets/users.csv")
	void export(@ModelAttribute("form") SetForm form, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		SetExpression expression = valid(form);
		this.download.send("set.csv", (reader) -> this.sets.readFile(expression, reader), request, response);
	}

	private SetExpression valid(SetForm form) {
		try {
			return this.sets.parse(form.of());
		}
		catch (InvalidSetException ex) {
			throw new InvalidInputException();
		}
	}

}
