package dev.segmentation.shared.web.template;

import java.util.Set;

import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Adds {@code <ui:icon name="clock"/>} to the templates. An expression goes into
 * {@code th:name}.
 */
@Component
class IconDialect extends AbstractProcessorDialect {

	private static final String PREFIX = "ui";

	/**
	 * Runs after the standard dialect, which processes {@code th:if} and {@code th:name}.
	 */
	private static final int PRECEDENCE = StandardDialect.PROCESSOR_PRECEDENCE + 1;

	private final Icons icons;

	IconDialect(Icons icons) {
		super("Icons", PREFIX, PRECEDENCE);
		this.icons = icons;
	}

	@Override
	public Set<IProcessor> getProcessors(String prefix) {
		return Set.of(new IconProcessor(this.icons));
	}

	private static final class IconProcessor extends AbstractElementTagProcessor {

		private final Icons icons;

		IconProcessor(Icons icons) {
			super(TemplateMode.HTML, PREFIX, "icon", true, null, false, PRECEDENCE);
			this.icons = icons;
		}

		@Override
		protected void doProcess(ITemplateContext context, IProcessableElementTag tag,
				IElementTagStructureHandler handler) {
			handler.replaceWith(this.icons.svg(tag.getAttributeValue("name")), false);
		}

	}

}
