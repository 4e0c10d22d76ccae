using EngagementHub.Conversation.Codes;
using EngagementHub.Conversation.Comments;
using EngagementHub.Conversation.Concealment;
using EngagementHub.Conversation.Discussions;
using EngagementHub.Conversation.Moderation;
using EngagementHub.Conversation.Pauses;
using EngagementHub.Conversation.Signposts;
using EngagementHub.Core.Keeping;

namespace EngagementHub.Conversation;

/// <summary>What is kept about those who write by name, who report comments and who moderate. Of who wrote without a name there is nothing here, whatever the level.</summary>
internal sealed class ConversationHoldings : IHoldPeople
{
    private const string Accountable = "Whether moderation was fair must stay answerable; it is kept under a number, and the name goes with the directory's entry.";

    public IReadOnlyList<HeldRecord> Records { get; } =
    [
        HeldRecord.Of<Comment>("Comments under your name", p => c => c.Author == p.Id).Without(nameof(Comment.Receipt))
            .Unnamed("The discussion stays readable: the words stay, name and post go, and nothing leads back.", (comment, f) => comment.ForgetWriter(f)),
        HeldRecord.Of<Acceptance>("Versions of the code of conduct that you accepted", p => a => a.Who == p.Id).Removed("It mattered while the person could write."),
        HeldRecord.Of<Flag>("Comments that you reported", p => f => f.By == p.Id)
            .Unnamed("The report and what came of it stay, without who made it.", (flag, f) => flag.ForgetReader(f)),
        HeldRecord.Of<Claim>("Comments that you are reading as a moderator", p => c => c.By == p.Id || c.From == p.Id).Removed("The comment goes back into the queue."),
        HeldRecord.Of<Decision>("Decisions that you made as a moderator", p => d => d.By == p.Id).Stays(Accountable),
        HeldRecord.Of<Flag>("Reports that you looked at as a moderator", p => f => f.ResolvedBy == p.Id).Stays(Accountable),
        HeldRecord.Of<Appeal>("Appeals against your decisions, and those you decided", p => a => a.DecidedFirstBy == p.Id || a.DecidedBy == p.Id).Stays(Accountable),
        HeldRecord.Of<Consultation>("What you and other moderators asked each other", p => c => c.By == p.Id || c.Of == p.Id).Stays(Accountable),
        HeldRecord.Of<Halt>("Discussions that you halted or opened again", p => h => h.By == p.Id || h.LiftedBy == p.Id).Stays("A halt is a published act."),
        HeldRecord.Of<Pause>("Times in which you closed comments", p => x => x.By == p.Id || x.LiftedBy == p.Id).Stays("A pause is a published act."),
        HeldRecord.Of<Opening>("Names whose opening you asked for, agreed to or refused", p => o => o.AskedBy == p.Id || o.AgreedBy == p.Id || o.RefusedBy == p.Id).Stays("Writers were promised that every opening stays on record."),
        HeldRecord.Of<SignpostVersion>("Signposts that you changed", p => s => s.By == p.Id).Stays(Accountable),
    ];
}
