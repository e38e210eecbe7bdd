package dev.segmentation.membership.web;

import java.io.IOException;

import dev.segmentation.limit.Heavy;
import dev.segmentation.limit.HeavyAct;
import dev.segmentation.membership.member.MemberService;
import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.segment.SegmentScoped;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.stream.CsvDownload;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Sends selected members as files. A selection may be too long for a URL, so it is
 * posted.
 */
@PageController
@SegmentScoped
@RequestMapping("/segments/{id}/members")
class MemberExportController {

	private final MemberService members;

	private final CsvDownload download;

	MemberExportController(MemberService members, CsvDownload download) {
		this.members = members;
		this.download = download;
	}

	@Heavy(HeavyAct.DOWNLOAD)
	@PostMapping("/export")
	void export(@ModelAttribute("segment") SegmentDetails segment, @ModelAttribute("form") SelectionForm form,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		check(form);
		this.download.send("members-%d.csv".formatted(segment.id()),
				(reader) -> this.members.readFile(segment.id(), form.members(), reader), request, response);
	}

	/** The ids for the clipboard, one in each line. */
	@Heavy(HeavyAct.DOWNLOAD)
	@PostMapping("/ids")
	void ids(@ModelAttribute("segment") SegmentDetails segment, @ModelAttribute("form") SelectionForm form,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		check(form);
		this.download.send("ids-%d.csv".formatted(segment.id()),
				(reader) -> this.members.readIds(segment.id(), form.members(), reader), request, response);
	}

	private static void check(SelectionForm form) {
		if (form.isEmpty() || form.isTooLong()) {
			throw new InvalidInputException();
		}
	}

}
