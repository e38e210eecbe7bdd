package dev.segmentation.shared.web.page.layout;

import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.Role;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.page.PageRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Adds the model of the layout: the account and its permissions, the section and address
 * of the page, the theme, the density, the hidden columns, the time zone that the account
 * chose, and whether single keys are shortcuts.
 */
@ControllerAdvice(annotations = PageController.class)
class LayoutAdvice {

	@ModelAttribute
	void layout(@AuthenticationPrincipal @Nullable Object principal, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		CurrentAccount account = (principal instanceof CurrentAccount signedIn) ? signedIn : null;
		model.addAttribute("account", account);
		model.addAttribute("editor", account != null && account.may(Role.EDITOR));
		model.addAttribute("admin", account != null && account.may(Role.ADMIN));
		model.addAttribute("section", section(request.getRequestURI()));
		model.addAttribute("currentPage", PageRequests.currentPage(request));
		model.addAttribute("dialog", PageRequests.isForDialog(request));
		model.addAttribute("posted", HttpMethod.POST.matches(request.getMethod()));
		model.addAttribute("theme", Theme.of(request));
		model.addAttribute("density", Density.of(request));
		model.addAttribute("hiddenColumns", HiddenColumns.of(request));
		model.addAttribute("zone", ReaderPreferences.of(request).timeZone());
		model.addAttribute("singleKeys", ReaderPreferences.of(request).singleKeys());
		if (PageRequests.isForDialog(request)) {
			// A form in the dialog does not change the address of the page behind it.
			response.setHeader("HX-Push-Url", "false");
		}
	}

	/**
	 * The first part of the path names the entry of the main menu. Sets belong to
	 * segments.
	 */
	private static String section(String path) {
		int end = path.indexOf('/', 1);
		String section = path.substring(1, (end < 0) ? path.length() : end);
		return section.equals("sets") ? "segments" : section;
	}

}
