using EngagementHub.Conversation;
using EngagementHub.Core.Ports;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Digests;
using EngagementHub.Responses.Promises;
using EngagementHub.Responses.Questions;
using EngagementHub.Responses.Themes;

namespace EngagementHub.Tests.Responses;

public sealed class DigestTextTests
{
    private static readonly DateTimeOffset Now = new(2007, 4, 24, 9, 0, 0, TimeSpan.Zero);
    private readonly Theme _pay = Theme.Make(Comments.Period, "Pay policy", 0, (People.Priya, Now));

    [Fact]
    public void It_is_signed_by_those_who_answer_and_ends_with_the_sum()
    {
        var sections = Write(comments: 3);

        Assert.Equal([People.Grace, People.Priya], sections.Select(s => s.Author));
        Assert.Contains("3 comments on this.", sections[0].Markdown, StringComparison.Ordinal);
        Assert.Contains("Because of the remit", sections[0].Markdown, StringComparison.Ordinal);
        Assert.Contains("3 (Pay policy) = 3 received ✓", sections[1].Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_theme_shows_neither_count_nor_anonymous_quotation()
    {
        var text = string.Join('\n', Write(comments: 2).Select(s => s.Markdown));

        Assert.DoesNotContain("comments on this", text, StringComparison.Ordinal);
        Assert.DoesNotContain("[[comment:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2 (Pay policy)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quotation_refers_to_its_comment_and_copies_none_of_its_words()
    {
        var text = Write(comments: 3)[0].Markdown;

        Assert.Contains($"\n\n[[comment:{StableId.From("c1")}/{_pay.Id}]]\n\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Words 1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_were_typed_as_plain_text_stay_as_typed()
    {
        Assert.Equal(@"\<b\> \*not\* \[this\](x)", Plain.Markdown("<b> *not* [this](x)"));
    }

    private IReadOnlyList<DigestSection> Write(int comments)
    {
        var received = Comments.Several(comments);
        var question = Question.Ask(_pay, "Why so low?", received.Select(c => c.Id), (People.Priya, Now));
        question.QuoteFrom(received[0].Id);
        question.Write(new AnswerText(AnswerState.Answered, "Because of the remit"), People.Grace, Now);
        var board = Board.Of([_pay], received, received.Select(Sorted));
        return new DigestText(new DigestMaterial(board, [question], Array.Empty<Promise>(), new Dictionary<StaffId, StaffCard>()), People.Priya).Write(roundUp: false);
    }

    private Sorting Sorted(ReceivedComment comment)
    {
        var sorting = Sorting.Of(Comments.Period, comment.Id);
        sorting.Into([_pay], People.Priya, Now);
        return sorting;
    }
}
