package dev.segmentation.shared.web.api;

import org.springframework.web.servlet.HandlerInterceptor;

/**
 * An interceptor that calls of the API pass. The others serve pages.
 */
public interface ApiInterceptor extends HandlerInterceptor {

}
