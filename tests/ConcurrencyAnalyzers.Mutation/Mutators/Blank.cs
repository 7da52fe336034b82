using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Mutation.Mutators;

/// <summary>Takes text away and leaves every other place where it was.</summary>
internal static class Blank
{
    public static TextChange Out(SourceText text, TextSpan span) =>
        new(span, new string([.. text.ToString(span).Select(static letter => letter is '\r' or '\n' ? letter : ' ')]));
}
