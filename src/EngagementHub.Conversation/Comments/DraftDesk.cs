using EngagementHub.Conversation.Concealment;
using EngagementHub.Conversation.Discussions;

namespace EngagementHub.Conversation.Comments;

/// <summary>Turns what a person hands in into a draft that carries what its level of anonymity allows, and nothing else. Behind it nothing knows who writes.</summary>
internal sealed class DraftDesk(Pseudonyms pseudonyms, Sealer sealer)
{
    public static Draft Named(string text, StaffCard writer, Guid? thread, ReceiptCode code) => new(text, Signature.Of(writer), thread, code.Hash);

    public Draft Hidden(string text, StaffId writer, Discussion discussion, Guid? thread, ReceiptCode code, DateTimeOffset at)
    {
        var draft = new Draft(text, null, thread, code.Hash) { Level = discussion.Anonymity };
        return discussion.Anonymity switch
        {
            Anonymity.NameWithheld => Sealed(draft, Guid.NewGuid(), writer),
            Anonymity.KeptTogether when discussion.HasKeyOn(discussion.DayOf(at)) => draft with { Mark = pseudonyms.MarkOf(discussion.Id, writer) },
            _ => draft,
        };
    }

    private Draft Sealed(Draft draft, Guid id, StaffId writer) => draft with { Id = id, Seal = sealer.Close(id, writer) };
}
