package dev.segmentation.shared.web.template;

import java.util.Set;

import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.standard.StandardDialect;

/**
 * Adds the project's own elements to the templates: {@code <ui:icon name="clock"/>} and
 * {@code <ui:marked value="anna" words="an"/>}. An expression goes into {@code th:name}.
 */
@Component
class ElementDialect extends AbstractProcessorDialect {

	static final String PREFIX = "ui";

	/**
	 * Runs after the standard dialect, which processes {@code th:if} and {@code th:name}.
	 */
	static final int PRECEDENCE = StandardDialect.PROCESSOR_PRECEDENCE + 1;

	private final Icons icons;

	ElementDialect(Icons icons) {
		super("Elements", PREFIX, PRECEDENCE);
		this.icons = icons;
	}

	@Override
	public Set<IProcessor> getProcessors(String prefix) {
		return Set.of(new IconProcessor(this.icons), new MarkedProcessor());
	}

}
