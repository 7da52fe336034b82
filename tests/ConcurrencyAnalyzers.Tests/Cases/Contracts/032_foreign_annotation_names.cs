using System;

namespace Cases.K032.Vendor
{
    [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
    sealed class MustHoldAttribute(string name) : Attribute
    {
        public string Name => name;
    }
}

namespace Cases.K032.App
{
    using Cases.K032.Vendor;

    class Slot
    {
        private readonly object _gate = new();
        private string? _value;

        public void Set(string value)
        {
            Store(value); // expect: INCONSISTENT_LOCK
            lock (_gate)
            {
                Store("");
            }
        }

        [MustHold("_gate")]
        private void Store(string value) => _value = value;
    }
}
