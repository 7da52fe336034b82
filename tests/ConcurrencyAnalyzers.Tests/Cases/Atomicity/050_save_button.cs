// A second click comes in while the first one waits: both save.
namespace Cases.Atomicity.S050;

public sealed class Button
{
    public event EventHandler? Click;

    public void Press() => Click?.Invoke(this, EventArgs.Empty);
}

public sealed class Editor
{
    private bool _saving;

    public Editor(Button save) => save.Click += OnSave;

    private async void OnSave(object? sender, EventArgs e)
    {
        if (_saving)
            return;
        await File.WriteAllTextAsync("draft.txt", "text");
        _saving = true; // expect: RACE
        await File.WriteAllTextAsync("final.txt", "text");
        _saving = false;
    }
}
