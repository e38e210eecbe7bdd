package dev.segmentation.filter.web;

import dev.segmentation.filter.FilterAddress;
import dev.segmentation.filter.SavedFilterService;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.web.page.PageLinks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Adds the saved filters ({@code saved}) to the model of each list whose filters can be
 * saved. It reads the current filters from the list's {@code links}, so controllers need
 * no code for this.
 */
@Component
class SavedFilterMenus implements HandlerInterceptor, WebMvcConfigurer {

	private final SavedFilterService filters;

	SavedFilterMenus(SavedFilterService filters) {
		this.filters = filters;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView answer) {
		if (answer != null && answer.getModel().get("links") instanceof PageLinks links
				&& answer.getModel().get("account") instanceof CurrentAccount account) {
			FilterAddress.parse(links.first())
				.ifPresent((address) -> answer.addObject("saved",
						new SavedFilterMenu(address, this.filters.find(address.list(), account), account)));
		}
	}

}
