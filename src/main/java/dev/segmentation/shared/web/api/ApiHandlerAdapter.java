package dev.segmentation.shared.web.api;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import dev.segmentation.shared.web.api.v2.BodyResolver;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;

import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.HandlerMethodReturnValueHandlerComposite;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestDataBinderFactory;

/**
 * Calls the handlers of the API with Spring's arguments. Spring's own adapter also looks
 * in every call for the model attributes and binders of pages, and for asynchronous
 * results.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiHandlerAdapter implements HandlerAdapter {

	private final ObjectProvider<RequestMappingHandlerAdapter> spring;

	private final JsonAnswers answers;

	private final BodyResolver bodies;

	private final Map<Method, ServletInvocableHandlerMethod> handlers = new ConcurrentHashMap<>();

	ApiHandlerAdapter(ObjectProvider<RequestMappingHandlerAdapter> spring, JsonMapper json, Validator validator) {
		this.spring = spring;
		this.answers = new JsonAnswers(json);
		this.bodies = new BodyResolver(json, validator);
	}

	@Override
	public boolean supports(Object handler) {
		return handler instanceof HandlerMethod method
				&& method.getBeanType().isAnnotationPresent(RestController.class);
	}

	@Override
	public @Nullable ModelAndView handle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws Exception {
		HandlerMethod method = (HandlerMethod) handler;
		this.handlers.computeIfAbsent(method.getMethod(), (key) -> invocable(method))
			.invokeAndHandle(new ServletWebRequest(request, response), new ModelAndViewContainer());
		return null;
	}

	private ServletInvocableHandlerMethod invocable(HandlerMethod method) {
		RequestMappingHandlerAdapter adapter = this.spring.getObject();
		ServletInvocableHandlerMethod handler = new ServletInvocableHandlerMethod(method);
		handler.setHandlerMethodArgumentResolvers(new HandlerMethodArgumentResolverComposite().addResolver(this.bodies)
			.addResolvers(Objects.requireNonNull(adapter.getArgumentResolvers())));
		handler.setHandlerMethodReturnValueHandlers(new HandlerMethodReturnValueHandlerComposite().addHandlers(Stream
			.concat(Stream.of(this.answers), Objects.requireNonNull(adapter.getReturnValueHandlers()).stream())
			.toList()));
		handler.setDataBinderFactory(new ServletRequestDataBinderFactory(null, adapter.getWebBindingInitializer()));
		return handler;
	}

}
