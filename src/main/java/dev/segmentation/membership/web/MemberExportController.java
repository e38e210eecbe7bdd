package dev.segmentation.membership.web;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;

import dev.segmentation.limit.Heavy;
import dev.segmentation.limit.HeavyAct;
import dev.segmentation.membership.member.MemberFilter;
import dev.segmentation.membership.member.MemberSelection;
import dev.segmentation.membership.member.MemberService;
import dev.segmentation.membership.member.PastMemberService;
import dev.segmentation.membership.member.PastSegment;
import dev.segmentation.segment.SegmentDetails;
import dev.segmentation.segment.SegmentScoped;
import dev.segmentation.shared.refusal.InvalidInputException;
import dev.segmentation.shared.web.page.PageController;
import dev.segmentation.shared.web.stream.CsvDownload;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Sends members as files. A selection may be too long for a URL, so it is posted.
 */
@PageController
@SegmentScoped
@RequestMapping("/segments/{id}/members")
class MemberExportController {

	private final MemberService members;

	private final PastMemberService past;

	private final CsvDownload download;

	MemberExportController(MemberService members, PastMemberService past, CsvDownload download) {
		this.members = members;
		this.past = past;
		this.download = download;
	}

	/** All members of the list with its filters, now or at a moment. */
	@Heavy(HeavyAct.DOWNLOAD)
	@GetMapping("/export")
	void exportList(@ModelAttribute("segment") SegmentDetails segment, MembersForm list, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		MemberFilter filter = list.filter();
		if (!list.isPast()) {
			MemberSelection all = new MemberSelection.Matching(filter);
			this.download.send("members-%d.csv".formatted(segment.id()),
					(reader) -> this.members.readFile(segment.id(), all, reader), request, response);
			return;
		}
		PastSegment past = this.past.segment(segment.id(), moment(list));
		String file = "members-%d-%s.csv".formatted(segment.id(), past.at().toString().replace(':', '-'));
		this.download.send(file, (reader) -> this.past.readFile(past, filter.search(), reader), request, response);
	}

	private static Instant moment(MembersForm list) {
		Instant moment = Moment.parse("as_of", list.moment(), ZoneOffset.UTC).instant();
		if (moment == null) {
			throw new InvalidInputException();
		}
		return moment;
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
