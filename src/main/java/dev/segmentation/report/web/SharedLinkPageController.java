package dev.segmentation.report.web;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import dev.segmentation.report.LinkOverException;
import dev.segmentation.report.LinkPasswords;
import dev.segmentation.report.Report;
import dev.segmentation.report.ReportLinks;
import dev.segmentation.report.ReportPreview;
import dev.segmentation.report.ReportProperties;
import dev.segmentation.report.opening.LinkOpeningService;
import dev.segmentation.shared.refusal.BusyException;
import dev.segmentation.shared.web.page.PageController;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * The page of a link, for people without an account. Opening the page changes nothing,
 * because programs that check mails and chats open links, too. The button on it counts as
 * an opening, and leads to the file.
 */
@PageController
@RequestMapping("/shared/{id:[0-9]{1,18}}/{signature:[A-Za-z0-9_-]{43}}")
class SharedLinkPageController {

	private static final String PAGE = "shared/link";

	private final ReportLinks links;

	private final LinkPasswords passwords;

	private final LinkOpeningService openings;

	private final ReportPreview preview;

	private final SharedLinkGate gate;

	private final String product;

	SharedLinkPageController(ReportLinks links, LinkPasswords passwords, LinkOpeningService openings,
			ReportPreview preview, SharedLinkGate gate, ReportProperties properties) {
		this.preview = preview;
		this.links = links;
		this.passwords = passwords;
		this.openings = openings;
		this.gate = gate;
		this.product = properties.product();
	}

	@ModelAttribute("report")
	@Nullable Report report(@ModelAttribute SharedLinkPath path, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		model.addAttribute("product", this.product);
		Optional<Report> report = this.gate.find(() -> find(path, request), request, response, model);
		model.addAttribute("previewable", report.filter(this.preview::isPossible).isPresent());
		return report.orElse(null);
	}

	/** A visit that took the last opening may still download again. */
	private Report find(SharedLinkPath path, HttpServletRequest request) {
		Report report = this.links.findPage(path.id(), path.signature());
		if (report.isUsedUp() && !HttpMethod.POST.matches(request.getMethod())) {
			throw new LinkOverException();
		}
		return report;
	}

	@GetMapping
	String show(Model model) {
		model.addAttribute("form", new OpenLinkForm(null, UUID.randomUUID().toString(), null));
		return (model.getAttribute("report") != null) ? PAGE : SharedLinkGate.FAILURE;
	}

	@PostMapping
	String open(@ModelAttribute("form") OpenLinkForm form, BindingResult errors, ServletWebRequest web, Model model)
			throws IOException {
		if (!(model.getAttribute("report") instanceof Report report)) {
			return SharedLinkGate.FAILURE;
		}
		if (errors.hasErrors() || !isPasswordCorrect(report, form, errors, web)) {
			return PAGE;
		}
		HttpServletRequest request = web.getRequest();
		Optional<Long> opening = this.openings.open(report.id(), form.visitId(), request.getRemoteAddr(),
				request.getHeader(HttpHeaders.USER_AGENT));
		if (opening.isPresent() && form.preview() && this.preview.isPossible(report)) {
			model.addAttribute("lines", this.preview.read(report))
				.addAttribute("file", this.links.file(report, opening.get()));
			return PAGE;
		}
		// Another visit took the last opening meanwhile. The page of the link says so.
		return "redirect:" + (opening.isPresent() ? this.links.file(report, opening.get()) : request.getRequestURI());
	}

	private boolean isPasswordCorrect(Report report, OpenLinkForm form, BindingResult errors, ServletWebRequest web) {
		if (report.locked() && form.password().text().isEmpty()) {
			errors.rejectValue("password", "shared.password.empty");
			return false;
		}
		try {
			if (this.passwords.matches(report, form.password())) {
				return true;
			}
			errors.rejectValue("password", "shared.password.wrong");
		}
		catch (BusyException ex) {
			errors.rejectValue("password", ex.key(), ex.arguments(), null);
			HttpServletResponse response = Objects.requireNonNull(web.getResponse());
			response.setStatus(ex.status());
			response.setIntHeader(HttpHeaders.RETRY_AFTER, ex.retryAfterSeconds());
		}
		return false;
	}

}
