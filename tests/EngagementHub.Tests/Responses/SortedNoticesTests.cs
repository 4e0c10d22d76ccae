using EngagementHub.Responses;
using EngagementHub.Responses.Boards;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Tests.Responses;

public sealed class SortedNoticesTests(ResponsesFixture hub) : IClassFixture<ResponsesFixture>
{
    [Fact]
    public async Task Who_comments_by_name_after_the_answer_is_told_once_that_the_theme_is_answered()
    {
        var period = hub.Period("latecomer", 2);
        var late = hub.Talk.By("latecomer", 2, People.Tom);
        var question = await hub.Answered(period, "Is it late?", [StableId.From("comment/latecomer-c1")]);

        await Sort(period, late, question.Theme);
        await Sort(period, late, question.Theme);

        Assert.Equal(2, (await hub.Told("tom")).Split("Your comment is under a theme that is answered").Length);
    }

    private Task<int> Sort(SubjectRef period, Guid comment, Guid into) => hub.In(async (_, db) =>
    {
        var theme = await db.Themes.SingleAsync(t => t.Id == into);
        var sorting = await db.Sortings.FirstOrDefaultAsync(s => s.Comment == comment) ?? db.Sortings.Add(Sorting.Of(period, comment)).Entity;
        sorting.Into([theme], People.Priya, hub.Clock.Now);
        return 0;
    });
}
