package dev.segmentation.report.web;

import java.text.DecimalFormatSymbols;
import java.util.Locale;

import dev.segmentation.report.export.FileChoices;
import dev.segmentation.report.web.ReportForm.Separator;
import dev.segmentation.shared.web.page.PageVisit;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Preselects the format of a file: the one that the account chose last, or else the one
 * that spreadsheets of the reader's language open.
 */
@Component
class FileFormats {

	private final FileChoices choices;

	FileFormats(FileChoices choices) {
		this.choices = choices;
	}

	/**
	 * Returns a form whose format is chosen.
	 * @param form the format stays if the reader has chosen one
	 */
	ReportForm preselect(ReportForm form, PageVisit visit) {
		return (form.separator() != null) ? form : form.withFormat(
				this.choices.find(visit.account()).map(ReportForm::ofOptions).orElseGet(() -> ofLanguage(visit)));
	}

	/**
	 * Remembers the format of a form for the account.
	 */
	void remember(ReportForm form, PageVisit visit) {
		if (form.separator() != null) {
			this.choices.remember(visit.account(), form.options());
		}
	}

	/**
	 * Where the comma is the decimal separator, spreadsheets separate cells by
	 * semicolons. Excel detects UTF-8 only by a byte-order mark. The pages have few
	 * languages, so the browser's language counts too.
	 */
	private static ReportForm ofLanguage(PageVisit visit) {
		boolean comma = hasDecimalComma(LocaleContextHolder.getLocale()) || hasDecimalComma(visit.browserLocale());
		return ReportForm.ofFormat(comma ? Separator.SEMICOLON : Separator.COMMA, true);
	}

	private static boolean hasDecimalComma(Locale locale) {
		return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',';
	}

}
