// Clicks come on the UI thread, the task does not.
using System.Windows.Forms;

namespace System.Windows.Forms
{
    public class Control
    {
        public event EventHandler? Click;

        public void BeginInvoke(Action action) => action();

        protected void OnClick() => Click?.Invoke(this, EventArgs.Empty);
    }

    public class Form : Control;
}

namespace Cases.F054
{
    public sealed class MainForm : Form
    {
        private readonly List<string> _log = [];
        private int _clicks;

        public MainForm() => Click += OnLoadClick;

        private void OnLoadClick(object? sender, EventArgs e)
        {
            _clicks++;
            Task.Run(() => // expect: MISSING_AWAIT?
            {
                _log.Add("loading"); // expect: RACE
            });
            _log.Add("clicked"); // expect: RACE
        }
    }
}
