package dev.segmentation.report.web;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;

import dev.segmentation.history.HistoryFilterForm;
import dev.segmentation.report.DriveNotAvailableException;
import dev.segmentation.report.NewReport;
import dev.segmentation.report.ReportPlace;
import dev.segmentation.report.ReportProperties;
import dev.segmentation.report.SharingService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.Redirects;
import dev.segmentation.shared.web.page.Toast;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Prepares what the history's page shows, and shares it.
 */
@PageController
@RequestMapping("/reports")
class ShareReportPageController {

	private static final String VIEW = "reports/new";

	private static final int MOST_DAYS = 365;

	private final ReportQuestion question;

	private final SharingService sharing;

	private final ReportProperties properties;

	ShareReportPageController(ReportQuestion question, SharingService sharing, ReportProperties properties) {
		this.question = question;
		this.sharing = sharing;
		this.properties = properties;
	}

	@GetMapping("/new")
	String form(HistoryFilterForm query, @ModelAttribute("form") ShareForm form, @ModelAttribute("csv") CsvForm csv,
			ZoneId zone, CurrentAccount account, Model model) {
		account.require(Role.EDITOR);
		model.addAttribute("form", form.orElse(this.properties.keep().toDays()));
		return show(query, this.question.understand(query, zone), model);
	}

	@PostMapping
	String share(HistoryFilterForm query, @ModelAttribute("form") ShareForm form, BindingResult errors,
			@ModelAttribute("csv") CsvForm csv, ZoneId zone, CurrentAccount account, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		ReportQuestion.Meaning meaning = this.question.understand(query, zone);
		validate(form, errors);
		if (errors.hasErrors() || !meaning.problems().isEmpty()) {
			response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
			return show(query, meaning, model);
		}
		Integer days = form.orElse(this.properties.keep().toDays()).days();
		NewReport report = new NewReport(form.place(), Duration.ofDays((days != null) ? days : 0),
				query.url("").first(), meaning.filter(), csv.toLayout());
		return Redirects.to(request, this.sharing.start(report, account).url());
	}

	@PostMapping("/{id}/again")
	String again(@PathVariable long id, CurrentAccount account, HttpServletRequest request,
			RedirectAttributes redirect) {
		try {
			return Redirects.to(request, this.sharing.again(id, account).url());
		}
		catch (DriveNotAvailableException ex) {
			redirect.addFlashAttribute(Toast.ATTRIBUTE, Toast.error("refused." + ex.key()));
			return Redirects.to(request, "/reports/" + id);
		}
	}

	private void validate(ShareForm form, BindingResult errors) {
		Integer days = form.days();
		if (form.place() != ReportPlace.DRIVE && days != null && (days < 1 || days > MOST_DAYS)) {
			errors.rejectValue("days", "reports.days.range", new Object[] { MOST_DAYS }, null);
		}
		if (form.place() == ReportPlace.DRIVE && !this.sharing.isDriveConfigured()) {
			errors.rejectValue("place", "reports.drive.missing");
		}
	}

	private String show(HistoryFilterForm query, ReportQuestion.Meaning meaning, Model model) {
		this.question.show(query, meaning, model);
		model.addAttribute("drive", this.sharing.isDriveConfigured());
		model.addAttribute("durations", durations());
		return VIEW;
	}

	/** A day, a week, a month, and what is usual here. */
	private List<Long> durations() {
		return LongStream.of(1, 7, 30, this.properties.keep().toDays()).sorted().distinct().boxed().toList();
	}

}
