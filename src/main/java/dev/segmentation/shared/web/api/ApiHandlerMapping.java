package dev.segmentation.shared.web.api;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the handlers of the API among themselves. Otherwise a call would be compared with
 * the patterns of all pages, and would pass their interceptors.
 */
@Component
public class ApiHandlerMapping extends RequestMappingHandlerMapping {

	/** The start of the paths that only the API has. */
	public static final String PATHS = "/api/";

	private static final String PACKAGE = "dev.segmentation.";

	ApiHandlerMapping(ObjectProvider<ApiInterceptor> interceptors) {
		setOrder(Ordered.HIGHEST_PRECEDENCE);
		setInterceptors(interceptors.orderedStream().toArray());
	}

	@Override
	protected boolean isHandler(Class<?> type) {
		return type.isAnnotationPresent(RestController.class) && type.getName().startsWith(PACKAGE);
	}

}
