// The flag is set before anything is waited for.
namespace Cases.Atomicity.S051;

public sealed class Button
{
    public event EventHandler? Click;

    public void Press() => Click?.Invoke(this, EventArgs.Empty);
}

public sealed class Editor
{
    private bool _saving;
    private int _saves;

    public Editor(Button save) => save.Click += OnSave;

    private async void OnSave(object? sender, EventArgs e)
    {
        if (_saving)
            return;
        _saving = true;
        try
        {
            await File.WriteAllTextAsync("draft.txt", "text");
            _saves++;
        }
        finally
        {
            _saving = false;
        }
    }
}
