using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Surveys.Pages.Surveys;

/// <summary>The same for everybody and every pulse check: its address in a browser's history says nothing.</summary>
internal sealed class AnsweredModel : PageModel;
