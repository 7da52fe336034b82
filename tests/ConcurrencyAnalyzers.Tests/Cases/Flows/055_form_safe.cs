// Every access comes back to the UI thread; handlers follow one another.
using System.Windows.Forms;

namespace System.Windows.Forms
{
    public class TextBox
    {
        public event EventHandler? TextChanged;

        public event EventHandler? Click;

        public string Text { get; set; } = "";

        protected void OnTextChanged() => TextChanged?.Invoke(this, EventArgs.Empty);

        protected void OnClick() => Click?.Invoke(this, EventArgs.Empty);
    }
}

namespace Cases.F055
{
    public sealed class SearchForm : TextBox
    {
        private readonly List<string> _found = [];
        private int _searches;

        public SearchForm()
        {
            TextChanged += OnChanged;
            Click += (_, _) => _searches++;
        }

        private async void OnChanged(object? sender, EventArgs e)
        {
            _searches++;
            var text = Text;
            var found = await Task.Run(() => text.Length);
            _found.Add(text + found);
        }
    }
}
