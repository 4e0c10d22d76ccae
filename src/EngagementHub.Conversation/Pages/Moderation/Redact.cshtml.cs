using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Core.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Conversation.Pages.Moderation;

/// <summary>Strikes words of a comment, found by a rule or pointed out by the moderator.</summary>
internal sealed class RedactModel(HubDb db, Desk desk, IStaffDirectory directory) : DecisionPage(db, desk)
{
    private IReadOnlyList<(string Words, string Why)> _names = [];

    [BindProperty]
    public List<string>? Found { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public override string? WhyNot => Case.Impartiality.WhyNot(Comment);

    public IReadOnlyList<Choice> FoundChoices => [.. Spans
        .Select(s => (Words: Comment.Source.Substring(s.Start, s.Length), Why: s.Rule)).Concat(_names)
        .Where(f => CommentWords.Stand(Comment.Text, f.Words))
        .Select(f => new Choice(f.Words, f.Words, f.Why)).DistinctBy(c => c.Value)];

    public string Marked => MarkedText.Html(Comment.Source, Spans);

    protected override async Task PrepareAsync() =>
        _names = LikelyNames.In(Comment.Source, (await directory.EverybodyAsync(HttpContext.RequestAborted)).Select(c => c.Name));

    private IReadOnlyList<HeldSpan> Spans => HttpContext.RequestServices.GetRequiredService<HoldRules>().In(Comment.Source);

    public async Task<IActionResult> OnPostAsync()
    {
        string[] struck = [.. Found ?? [], .. string.IsNullOrWhiteSpace(Words) ? Array.Empty<string>() : [Words.Trim()]];
        Case.MustLetRedact(Ruling);
        BrokenRules.RefuseAll([() => MustStand(struck), .. Grounds]);
        Comment.Redact(Ruling, struck, Code.Clause(Clause), Reason);
        return await SaveAsync($"Words in comment #{Comment.Number} are struck. {(Comment.Standing == CommentStanding.Published ? "Readers see" : "Readers will see, once it is shown,")} [redacted: {Reason?.Trim()}] in their place.", canUndo: false);
    }

    private void MustStand(string[] words)
    {
        if (words.Length == 0)
        {
            throw new BrokenRuleException("Say which words to strike", nameof(Words));
        }

        CommentWords.MustStand(Comment.Text, [.. words.Select(w => w.ReplaceLineEndings("\n"))]);
    }
}
