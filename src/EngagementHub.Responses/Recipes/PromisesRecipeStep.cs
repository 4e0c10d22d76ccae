using EngagementHub.Responses.Promises;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Responses.Recipes;

/// <summary>
/// <c>{ "name": "Promises", "Promises": [{ "Key": "p1", "What": "…", "Owner": "head-of-it", "Due": "2007-06-29", "Evidence": "…", "Level": "service/level" (optional), "Post": "post-2" or "Answer": "a1",
/// "MadeBy": "head-of-it", "MadeAt": "…Z", "Changed": [{ "Due": "2007-07-31", "Because": "…", "By": "…", "At": "…Z" }], "Kept": { "Text": "…", "Link": "…", "By": "…", "At": "…Z" } }] }</c>.
/// </summary>
internal sealed class PromisesRecipeStep(HubDb db, RecipeNames names, IResponseScopes scopes, ScopeDesk desk, IFigures? figures = null) : IRecipeStep
{
    public string Name => "Promises";

    public async Task ApplyAsync(RecipeStep step, CancellationToken cancellation)
    {
        foreach (var item in step.Body["Promises"].Items())
        {
            var id = RecipeNames.Promise(item["Key"]);
            if (!await db.Promises.AnyAsync(p => p.Id == id, cancellation))
            {
                db.Promises.Add(await MakeAsync(item, id, cancellation));
            }
        }
    }

    private async Task<Promise> MakeAsync(RecipeNode item, Guid id, CancellationToken cancellation)
    {
        var owner = await names.PersonAsync(item["Owner"]);
        var (by, at) = await names.ActAsync(item, "MadeBy", "MadeAt");
        var made = item.Find("Answer") is { } answer ? await OnAnswerAsync(answer, at, cancellation) : await OnPostAsync(item["Post"], cancellation);
        var pledge = new Pledge(item["What"].Text(), item["Evidence"].Text(), owner, item["Due"].Day()) { Level = item.Find("Level") is { } level ? await LevelAsync(level, cancellation) : null };
        var promise = RecipeNames.Saying(item, () => Promise.Mark(pledge, made, by, id));
        Say(item, () => promise.Make(by, at, desk.DayOf(at)));
        foreach (var change in item.ItemsOf("Changed"))
        {
            var act = await ActAsync(change);
            Say(change, () => promise.Change(change["Due"].Day(), change["Because"].Text(), act));
        }

        await SettleAsync(promise, item, cancellation);
        return promise;
    }

    // A hub that measures nothing takes the promise as one that people settle.
    private async Task<SubjectRef?> LevelAsync(RecipeNode key, CancellationToken cancellation) => figures is null ? null
        : (await figures.ChoicesAsync(cancellation)).FirstOrDefault(c => c.Key == key.Text())?.Level
            ?? throw key.Refuse($"there is no service level '{key.Text()}'; the services step must come before");

    // The figure itself is read, not written down: the recipe only says when it was heard.
    private async Task HearAsync(Promise promise, RecipeNode heard, CancellationToken cancellation)
    {
        if (promise.Level is { } level && figures is not null)
        {
            var reading = await figures.ReadAsync(level, promise.MadeDay!.Value, promise.Due, heard.Instant(), cancellation);
            _ = (reading is null ? null : promise.Hear(reading, heard.Instant())) ?? throw heard.Refuse($"the service level says nothing about {promise.Due:yyyy-MM-dd}");
        }
    }

    private async Task SettleAsync(Promise promise, RecipeNode item, CancellationToken cancellation)
    {
        if (item.Find("Heard") is { } heard)
        {
            await HearAsync(promise, heard, cancellation);
        }

        if (item.Find("Kept") is { } kept)
        {
            var act = await ActAsync(kept);
            Say(kept, () => promise.Keep(kept["Text"].Text(), kept.Find("Link")?.Text(), act));
        }

        if (item.Find("Dropped") is { } dropped)
        {
            var (by, at) = await names.ActAsync(dropped, "By", "At");
            Say(dropped, () => promise.Drop(dropped["Because"].Text(), by, at));
        }
    }

    private async Task<(SubjectRef On, SubjectRef Scope)> OnAnswerAsync(RecipeNode key, DateTimeOffset at, CancellationToken cancellation)
    {
        var id = RecipeNames.Answer(key);
        var question = await db.Questions.AsNoTracking().FirstOrDefaultAsync(q => q.Answers.Any(a => a.Id == id && a.PublishedAt <= at), cancellation);
        return question is null
            ? throw key.Refuse($"there is no answer '{key.Text()}' that was published by then")
            : (new SubjectRef(ResponsesModule.AnswerKind, id), question.Scope);
    }

    private async Task<(SubjectRef On, SubjectRef Scope)> OnPostAsync(RecipeNode key, CancellationToken cancellation)
    {
        var post = new SubjectRef(RecipeNames.Post, StableId.From(key.Text()));
        var scope = await scopes.OfPostAsync(post, cancellation) ?? throw key.Refuse($"there is no post '{key.Text()}'; the content step must come before");
        return (post, scope.Subject);
    }

    private async Task<(StaffId By, DateTimeOffset At, DateOnly Today)> ActAsync(RecipeNode item)
    {
        var (by, at) = await names.ActAsync(item, "By", "At");
        return (by, at, desk.DayOf(at));
    }

    private static void Say(RecipeNode item, Action act) => RecipeNames.Saying(item, () =>
    {
        act();
        return true;
    });
}
