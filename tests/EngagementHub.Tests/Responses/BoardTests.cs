using EngagementHub.Conversation;
using EngagementHub.Responses.Boards;
using EngagementHub.Responses.Themes;

namespace EngagementHub.Tests.Responses;

public sealed class BoardTests
{
    private static readonly DateTimeOffset Now = new(2007, 4, 21, 9, 0, 0, TimeSpan.Zero);
    private readonly Theme _pay = Theme.Make(Comments.Period, "Pay policy", 0, (People.Priya, Now));
    private readonly Theme _posts = Theme.Make(Comments.Period, "Recruitment", 1, (People.Priya, Now));

    [Fact]
    public void A_comment_in_two_themes_is_counted_once_under_the_first()
    {
        var board = Board.Of([_pay, _posts], Comments.Several(2), [Sorted(1, _pay, _posts), Sorted(2, _posts)]);

        Assert.Equal(1, board.CountedIn(_pay.Id));
        Assert.Equal(1, board.CountedIn(_posts.Id));
        Assert.Equal(2, board.In(_posts.Id).Count);
        Assert.Equal("1 + 1 = 2 ✓", board.Sum.ToString());
    }

    [Fact]
    public void What_a_moderator_declines_later_leaves_its_theme_by_itself()
    {
        var board = Board.Of([_pay], [Comments.Received(1, CommentStanding.Declined)], [Sorted(1, _pay)]);

        Assert.Empty(board.In(_pay.Id));
        Assert.Equal(1, board.CountOf(Disposition.Declined));
        Assert.True(board.IsSorted);
    }

    [Fact]
    public void A_comment_nobody_sorted_keeps_the_board_open_but_the_sum_whole()
    {
        var board = Board.Of([_pay], Comments.Several(3), [Sorted(1, _pay)]);

        Assert.False(board.IsSorted);
        Assert.Equal("1 + 2 = 3 ✓", board.Sum.ToString());
        Assert.Equal(1, board.ReadByAPerson);
    }

    [Fact]
    public void What_comes_after_a_digest_stands_since_publication_and_the_sum_holds()
    {
        var first = Comments.Several(2);
        var board = Board.Of([_pay], [.. first, Comments.Received(3)], [Sorted(1, _pay), Sorted(2, _pay)], first.Select(c => c.Id).ToHashSet());

        Assert.Equal(3, Assert.Single(board.SincePublication).Comment.Number);
        Assert.True(board.Sum.Holds);
    }

    [Fact]
    public void A_theme_with_fewer_than_three_comments_shows_no_count_to_readers()
    {
        List<Sorting> sortings = [Sorted(1, _pay), Sorted(2, _pay), Sorted(3, _pay), Sorted(4, _posts), Sorted(5, _posts), Aside(6)];

        var sum = Board.Of([_pay, _posts], Comments.Several(6), sortings).SumForReaders();

        Assert.Equal("3 (Pay policy) + 3 (Smaller themes and other comments) = 6 received ✓", sum.InWords());
    }

    [Fact]
    public void A_comment_goes_into_themes_of_its_own_scope_only()
    {
        var elsewhere = Theme.Make(Comments.Post, "Elsewhere", 0, (People.Priya, Now));

        Assert.Throws<BrokenRuleException>(() => Sorted(1, elsewhere));
    }

    [Fact]
    public void A_personal_case_is_redirected_to_a_stated_place()
    {
        var sorting = Sorting.Of(Comments.Period, Guid.NewGuid());

        Assert.Throws<BrokenRuleException>(() => sorting.Redirect(" ", People.Priya, Now));
        sorting.Redirect("your HR adviser", People.Priya, Now);

        Assert.Equal((Disposition.Redirected, "your HR adviser"), (sorting.Chosen, sorting.Where));
    }

    [Fact]
    public void The_trail_tells_from_where_to_where_a_comment_was_moved()
    {
        var line = new CommentSorted(StableId.From("c1"), new Placing(Disposition.Redirected, Where: "your HR adviser"), new Placing(Disposition.InTheme, [_pay.Id]), People.Priya, Now).ToAudit();

        Assert.Equal((People.Priya, Now, $"from redirected (your HR adviser) to theme {_pay.Id}"), (line.By, line.At, line.Why));
        Assert.Equal("conversation.comment", line.On.Kind);
    }

    private static Sorting Sorted(int number, params Theme[] themes)
    {
        var sorting = Sorting.Of(Comments.Period, StableId.From($"c{number}"));
        sorting.Into(themes, People.Priya, Now);
        return sorting;
    }

    private static Sorting Aside(int number)
    {
        var sorting = Sorting.Of(Comments.Period, StableId.From($"c{number}"));
        sorting.IsNotAQuestion(People.Priya, Now);
        return sorting;
    }
}
