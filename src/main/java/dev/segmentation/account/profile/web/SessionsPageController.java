package dev.segmentation.account.profile.web;

import java.util.List;
import java.util.UUID;

import dev.segmentation.account.BrowserSession;
import dev.segmentation.account.SessionGeneration;
import dev.segmentation.account.session.AccountSession;
import dev.segmentation.account.session.SessionList;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageVisit;
import dev.segmentation.shared.web.page.Toast;
import jakarta.servlet.http.HttpSession;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The sessions of the own account.
 */
@PageController
@RequestMapping("/account/sessions")
class SessionsPageController {

	/** A program that signs in for each task begins thousands of sessions a month. */
	private static final int SHOWN = 100;

	private final SessionList sessions;

	SessionsPageController(SessionList sessions) {
		this.sessions = sessions;
	}

	@GetMapping
	String list(PageVisit visit, HttpSession session, Model model) {
		UUID current = BrowserSession.of(session).id();
		List<AccountSession> all = this.sessions.list(visit.account());
		model.addAttribute("sessions", all.stream().limit(SHOWN).map((each) -> SessionRow.of(each, current)).toList())
			.addAttribute("hidden", Math.max(0, all.size() - SHOWN));
		return "account/sessions";
	}

	@PostMapping("/{id}/end")
	String end(@PathVariable UUID id, PageVisit visit) {
		this.sessions.end(visit.account(), id);
		visit.tell(Toast.success("sessions.ended"));
		return "redirect:/account/sessions";
	}

	@PostMapping("/end-others")
	String endOthers(PageVisit visit, HttpSession session) {
		SessionGeneration.keep(session, this.sessions.endOthers(visit.account(), BrowserSession.of(session).id()));
		visit.tell(Toast.success("sessions.ended.others"));
		return "redirect:/account/sessions";
	}

}
