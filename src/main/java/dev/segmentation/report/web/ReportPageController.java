package dev.segmentation.report.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

import dev.segmentation.report.DriveNotAvailableException;
import dev.segmentation.report.DriveRefusedException;
import dev.segmentation.report.Report;
import dev.segmentation.report.ReportNotFoundException;
import dev.segmentation.report.SharedFileService;
import dev.segmentation.report.SharingService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.Crumb;
import dev.segmentation.shared.web.Messages;
import dev.segmentation.shared.web.Redirects;
import dev.segmentation.shared.web.Toast;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What was prepared and shared, for staff: how it stands, where it is, and to take it
 * back.
 */
@Controller
@RequestMapping("/reports")
class ReportPageController {

	private static final int SHOWN = 30;

	private final SharingService sharing;

	private final SharedFileService files;

	private final ReportRows rows;

	private final Messages messages;

	ReportPageController(SharingService sharing, SharedFileService files, ReportRows rows, Messages messages) {
		this.sharing = sharing;
		this.files = files;
		this.rows = rows;
		this.messages = messages;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
		List<Report> found = this.sharing.before(before, SHOWN + 1);
		List<Report> shown = found.subList(0, Math.min(SHOWN, found.size()));
		model.addAttribute("rows", shown.stream().map(this.rows::of).toList());
		model.addAttribute("preparing", shown.stream().anyMatch(Report::isPreparing));
		model.addAttribute("self", (before != Long.MAX_VALUE) ? "/reports?before=" + before : "/reports");
		model.addAttribute("newer", (before != Long.MAX_VALUE) ? "/reports" : null);
		model.addAttribute("older", (found.size() > SHOWN) ? "/reports?before=" + shown.getLast().id() : null);
		return "reports/list";
	}

	@GetMapping
	@HxRequest(boosted = false)
	String table(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
		list(before, model);
		return "reports/list :: table";
	}

	@GetMapping("/{id:[0-9]{1,18}}")
	String detail(@PathVariable long id, Model model) {
		show(id, model);
		return "reports/detail";
	}

	@GetMapping("/{id:[0-9]{1,18}}/file")
	void file(@PathVariable long id, HttpServletResponse response) throws IOException {
		Report report = this.sharing.get(id);
		if (!report.isReady() || !report.isKeptHere()) {
			throw new ReportNotFoundException();
		}
		response.setContentLengthLong(Objects.requireNonNull(report.file()).bytes());
		try (InputStream content = this.files.open(report)) {
			CsvAnswer.send(content, report.name(), response);
		}
	}

	@GetMapping("/{id:[0-9]{1,18}}/revoke")
	String confirmRevoking(@PathVariable long id, CurrentAccount account, Model model) {
		account.require(Role.EDITOR);
		show(id, model);
		return "reports/revoke";
	}

	@PostMapping("/{id:[0-9]{1,18}}/revoke")
	String revoke(@PathVariable long id, HttpServletRequest request, RedirectAttributes redirect) {
		try {
			this.sharing.revoke(id);
			redirect.addFlashAttribute(Toast.ATTRIBUTE, Toast.success("reports.revoked"));
		}
		catch (DriveRefusedException | DriveNotAvailableException ex) {
			redirect.addFlashAttribute(Toast.ATTRIBUTE, Toast.error("task.refused." + ex.kind()));
		}
		return Redirects.to(request, "/reports/" + id);
	}

	private void show(long id, Model model) {
		model.addAttribute("row", this.rows.of(this.sharing.get(id)));
		model.addAttribute("trail", List.of(new Crumb("/reports", this.messages.get("reports.title"))));
	}

}
