namespace EngagementHub.Responses.Questions;

/// <summary>A question goes from one who answers to another, or back to the host when its responder has left.</summary>
internal sealed partial class Question
{
    /// <summary>By when readers were told, or the responder was asked, that there will be an answer; nothing when it is answered.</summary>
    public DateOnly? ExpectedBy => Current switch
    {
        null => Due,
        { State: AnswerState.Outstanding } told => told.Until ?? Due,
        _ when IsReopened && Due is { } due && ReopenedAt <= new DateTimeOffset(due, TimeOnly.MaxValue, TimeSpan.Zero) => due,
        _ => null,
    };

    public bool IsOverdue(DateOnly today) => ExpectedBy < today;

    public QuestionNote HandOn(StaffCard to, string? why, StaffId by, DateTimeOffset at)
    {
        BrokenRules.RefuseAll(() => RefuseWhoHasIt(to), () => NoteOf(why));
        var note = QuestionNote.Write(Id, NoteOf(why), by, at);
        GiveTo(to.Id, Due, (by, at));
        return note;
    }

    /// <summary>What whoever gets it is told.</summary>
    public static string NoteOf(string? why) => Stated.OrRefused(why, QuestionNote.LongestText, "Enter a note for the person who gets it: why, and what is done already", "Note");

    private void RefuseWhoHasIt(StaffCard to)
    {
        if (to.Id == Responder)
        {
            throw new BrokenRuleException($"{to.Name} has this question already. Choose somebody else", "To");
        }
    }

    /// <summary>Its responder has left: somebody who runs the blog has it, and no day is lost.</summary>
    public void PutBackTo(StaffId? host, DateTimeOffset at)
    {
        Raise(new QuestionPutBack(Id, Responder, host, at));
        Responder = host;
    }
}

internal sealed record QuestionPutBack(Guid Question, StaffId? From, StaffId? To, DateTimeOffset At) : IAudited
{
    public AuditLine ToAudit() => new(null, At, "responses.question.put-back", new SubjectRef(ResponsesModule.QuestionKind, Question), $"from {From} to {To?.ToString() ?? "nobody"}: the responder has left");
}
