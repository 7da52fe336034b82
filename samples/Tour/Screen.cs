namespace Tour;

/// <summary>What the user sees: colours on a terminal, plain text where output is redirected or NO_COLOR is set.</summary>
internal sealed class Screen(TextWriter output, bool colour)
{
    public static bool ConsoleTakesColour() =>
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Whether a line can be written over, as a terminal's can.</summary>
    public bool IsLive => colour;

    public void Line(string text = "") => output.WriteLine(text);

    public void Heading(int step, string text)
    {
        Line();
        Line(Bold($"{step}. {text}"));
        Line();
    }

    public void Command(string text) => Line(Dim("   $ ") + text);

    public void Overwrite(string text)
    {
        output.Write("\r\u001b[2K" + text);
        output.Flush();
    }

    public string Bold(string text) => Paint(text, "1");

    public string Dim(string text) => Paint(text, "2");

    public string Red(string text) => Paint(text, "31");

    public string Green(string text) => Paint(text, "32");

    public string Yellow(string text) => Paint(text, "33");

    public string Cyan(string text) => Paint(text, "36");

    private string Paint(string text, string code) => colour ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
