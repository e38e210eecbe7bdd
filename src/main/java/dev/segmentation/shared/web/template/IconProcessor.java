package dev.segmentation.shared.web.template;

import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

final class IconProcessor extends AbstractElementTagProcessor {

	private final Icons icons;

	IconProcessor(Icons icons) {
		super(TemplateMode.HTML, ElementDialect.PREFIX, "icon", true, null, false, ElementDialect.PRECEDENCE);
		this.icons = icons;
	}

	@Override
	protected void doProcess(ITemplateContext context, IProcessableElementTag tag,
			IElementTagStructureHandler handler) {
		handler.replaceWith(this.icons.svg(tag.getAttributeValue("name")), false);
	}

}
